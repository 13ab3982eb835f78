#compdef briefing
# Completion of briefing for zsh: the program itself says what fits; its answers are data, never evaluated.

_briefing() {
  local -a answer
  answer=("${(@f)$(command briefing _complete "${(@)words[2,CURRENT]}" 2>/dev/null </dev/null)}")
  (( $#answer >= 2 )) || return 1
  (( $#answer > 2 )) && compadd -- "${(@)answer[3,-1]}"
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
