"""The completion scripts of shells. All they do is ask `karabakh-tui completion SHELL --line=LINE`.

The answer is a line `files` or `words`, a tab and the word at the cursor; then a line for each candidate, a tab and
what it is.
"""

from __future__ import annotations

from types import MappingProxyType

from tui.cli.completions import Completions

_BASH = """\
# Completion of karabakh-tui for bash. In ~/.bashrc:  source <(karabakh-tui completion bash)
_karabakh_tui() {
    local current="${COMP_WORDS[COMP_CWORD]}" kind typed lead word _
    COMPREPLY=()
    [[ $current == [:=] ]] && current=""
    {
        IFS=$'\\t' read -r kind typed
        # bash completes what follows the last : or = as a word of its own
        lead=""
        [[ $typed == *"$current" ]] && lead="${typed%"$current"}"
        while IFS=$'\\t' read -r word _; do
            [[ $word == *[:=] ]] && compopt -o nospace
            COMPREPLY+=("${word#"$lead"}")
        done
    } < <(karabakh-tui completion bash --line="${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    if [[ $kind == files ]]; then
        compopt -o filenames
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
    fi
}
complete -F _karabakh_tui karabakh-tui
"""

_ZSH = """\
#compdef karabakh-tui
# Completion of karabakh-tui for zsh: write it to a file _karabakh-tui in a folder of $fpath, or in ~/.zshrc, after
# compinit:  source <(karabakh-tui completion zsh)
_karabakh_tui() {
    local -a answer head words_plain meanings_plain words_open meanings_open
    local each word meaning
    answer=("${(@f)$(karabakh-tui completion zsh --line="${(j: :)words[1,CURRENT-1]} $PREFIX" 2>/dev/null)}")
    head=("${(@s:\t:)answer[1]}")
    for each in "${(@)answer[2,-1]}"; do
        word="${each%%$'\\t'*}" meaning="${each#*$'\\t'}"
        [[ -z $word ]] && continue
        if [[ $word == *[:=] ]]; then
            words_open+=("$word") meanings_open+=("$word  $meaning")
        else
            words_plain+=("$word") meanings_plain+=("$word  $meaning")
        fi
    done
    (( $#words_plain )) && compadd -l -d meanings_plain -a words_plain
    (( $#words_open )) && compadd -S '' -l -d meanings_open -a words_open
    if [[ $head[1] == files* ]]; then
        compset -P '*='
        _files
    fi
    return 0
}
compdef _karabakh_tui karabakh-tui
"""

_FISH = """\
# Completion of karabakh-tui for fish: write it to ~/.config/fish/completions/karabakh-tui.fish
function __karabakh_tui
    set -l answer (karabakh-tui completion fish --line=(commandline -cp | string collect) 2>/dev/null)
    if string match -q 'files*' -- $answer[1]
        set -l lead (string match -r '^.*=' -- (commandline -ct))
        printf '%s\n' "$lead"(__fish_complete_path (string replace -r '^.*=' '' -- (commandline -ct)))
    end
    printf '%s\\n' $answer[2..-1]
end
complete -c karabakh-tui -f -a '(__karabakh_tui)'
"""

SCRIPTS = MappingProxyType({"bash": _BASH, "zsh": _ZSH, "fish": _FISH})
"""Shell -> its script."""


def answer(found: Completions) -> str:
    """What the scripts read. Names of records have no line feeds and no tabs."""
    head = f"{'files' if found.files else 'words'}\t{found.typed}\n"
    return head + "".join(f"{candidate.word}\t{candidate.meaning}\n" for candidate in found.words)
