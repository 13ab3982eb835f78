# Completion of briefing for fish: the program itself says what fits; its answers are data, never evaluated.

function __briefing_offers
    set -l words (commandline -opc) (commandline -ct)
    set -l answer (command briefing _complete $words[2..-1] 2>/dev/null </dev/null)
    test (count $answer) -ge 2; or return
    if test (count $answer) -gt 2
        printf '%s\n' $answer[3..-1]
    end
    switch $answer[2]
        case files
            __fish_complete_path $answer[1]
        case folders
            __fish_complete_directories $answer[1] ''
    end
end

complete -c briefing -e
complete -c briefing -f -a '(__briefing_offers)'
