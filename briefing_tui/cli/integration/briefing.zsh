#compdef briefing
# Completion of briefing for zsh: the program itself says what fits; its answers are data, never evaluated.

_briefing() {
  local -a answer plain described
  local offer
  answer=("${(@f)$(command briefing _complete "${(@)words[2,CURRENT]}" 2>/dev/null </dev/null)}")
  (( $#answer >= 2 )) || return 1
  for offer in "${(@)answer[3,-1]}"; do
    [[ -n $offer ]] || continue
    if [[ $offer == *$'\t'* ]]; then
      described+=("${${offer%%$'\t'*}//:/\\:}:${offer#*$'\t'}")
    else
      plain+=("$offer")
    fi
  done
  (( $#described )) && _describe -t words 'word' described
  (( $#plain )) && compadd -- "${(@)plain}"
  case $answer[2] in
    files) _files ;;
    folders) _files -/ ;;
  esac
}

if [[ $funcstack[1] == _briefing ]]; then
  _briefing "$@"
else
  compdef _briefing briefing
fi
