# Completion of briefing for bash: the program itself says what fits; its answers are data, never evaluated.

((BASH_VERSINFO[0] >= 4)) || return 0 # older ones lack mapfile and compopt

_briefing() {
  local -a answer offers
  local open=${COMP_WORDS[COMP_CWORD]:0:1} offer quoted
  COMPREPLY=()
  mapfile -t answer < <(command briefing _complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null </dev/null)
  ((${#answer[@]} >= 2)) || return 0
  offers=("${answer[@]:2}")
  offers=("${offers[@]%%$'\t'*}") # without the words about them
  if ((${#offers[@]} == 0)) && [[ ${answer[1]} != none ]]; then
    compopt -o default # files, by bash's own rules
    return 0
  fi
  [[ ${answer[1]} != files ]] || mapfile -t -O ${#offers[@]} offers < <(compgen -f -- "${answer[0]}")
  for offer in "${offers[@]}"; do
    [[ $offer != .* || ${answer[0]} == .* ]] || continue # hidden files
    case $open in
      # Inside quotation marks a word is offered only if nothing in it would be obeyed there.
      \') [[ $offer == *\'* ]] || COMPREPLY+=("$offer") ;;
      \") [[ $offer == *[\"\$\`\\!]* ]] || COMPREPLY+=("$offer") ;;
      *)
        printf -v quoted %q "$offer"
        COMPREPLY+=("$quoted")
        ;;
    esac
  done
}

complete -F _briefing briefing
