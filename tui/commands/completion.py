"""`komplettering`: what the shell completes after Tab, made of the commands' own parser; meetings are asked for at that moment."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from agendas.value import Value
from tui.commands.stop import WELL

_MEETINGS, _AGENDAS = "SAMMANTRÄDE", "AGENDA"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Completed(Value):
    """What can follow one command."""

    name: str
    help: str
    options: tuple[tuple[str, str], ...]
    choices: tuple[str, ...] = ()
    meetings: bool = False
    agendas: bool = False
    files: bool = False

    @property
    def words(self) -> str:
        """Options and choices in one line."""
        return " ".join((*self.choices, *(option for option, _ in self.options)))


def commands(parser: argparse.ArgumentParser) -> tuple[Completed, ...]:
    """What can follow each command of a parser."""
    of_commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    helps = {a.dest: a.help or "" for a in of_commands._choices_actions}
    return tuple(_completed(name, helps.get(name, ""), made) for name, made in of_commands.choices.items())


def _completed(name: str, help: str, made: argparse.ArgumentParser) -> Completed:
    options = [(o, a.help or "") for a in made._actions for o in a.option_strings if o.startswith("--") or len(a.option_strings) == 1]
    places = [a for a in made._actions if not a.option_strings]
    metavars = " ".join(str(a.metavar or "") for a in places)
    choices = tuple(str(c) for a in places for c in (a.choices or ()))
    files = any(word in metavars.split() for word in ("FIL", "KALLELSE"))
    return Completed(name, help, tuple(options), choices, _MEETINGS in metavars, _AGENDAS in metavars, files)


def print_completion(shell: str, parser: argparse.ArgumentParser) -> int:
    """Print the script for a shell."""
    made = commands(parser)
    print({"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}[shell](made), end="")
    return WELL


def _bash(made: tuple[Completed, ...]) -> str:
    rows = [
        "# Lägg raden  source <(klubban komplettering bash)  i ~/.bashrc",
        "_klubban() {",
        '    local cur="${COMP_WORDS[COMP_CWORD]}"',
        "    COMPREPLY=()",
        '    if [ "$COMP_CWORD" -eq 1 ]; then',
        f'        COMPREPLY=($(compgen -W "{" ".join(c.name for c in made)} --help --version" -- "$cur"))',
        "        return",
        "    fi",
        '    case "${COMP_WORDS[1]}" in',
    ]
    for c in made:
        meetings = " $(klubban lista 2>/dev/null | cut -f1)" if c.meetings else ""
        rows += [f"        {c.name})", f'            COMPREPLY=($(compgen -W "{c.words}{meetings}" -- "$cur"))']
        if c.agendas:
            rows.append("            local IFS=$'\\n'; compopt -o filenames 2>/dev/null")
            rows.append('            COMPREPLY+=($(compgen -f -X "!*.toml" -- "$cur") $(compgen -d -- "$cur"))')
        rows.append("            ;;")
    rows += [
        "    esac",
        "}",
        "complete -o default -F _klubban klubban",
    ]
    return "\n".join(rows) + "\n"


def _zsh(made: tuple[Completed, ...]) -> str:
    head, _, rest = _bash(made).partition("\n")
    load = "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit"
    return f"{head.replace('bash)', 'zsh)').replace('.bashrc', '.zshrc')}\n{load}\n{rest}"


def _fish(made: tuple[Completed, ...]) -> str:
    rows = ["# Spara som ~/.config/fish/completions/klubban.fish"]
    for c in made:
        rows.append(f"complete -c klubban -n __fish_use_subcommand -f -a {c.name} -d {_quoted(c.help)}")
        seen = f"complete -c klubban -n '__fish_seen_subcommand_from {c.name}'"
        for option, help in c.options:
            flag = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]} -r"
            rows.append(f"{seen} {flag} -d {_quoted(help)}")
        if c.choices:
            rows.append(f"{seen} -f -a '{' '.join(c.choices)}'")
        if c.meetings:
            rows.append(f"{seen} -a '(klubban lista 2>/dev/null | cut -f1)'")
    return "\n".join(rows) + "\n"


def _powershell(made: tuple[Completed, ...]) -> str:
    table = "\n".join(f"        {_quoted(c.name)} = {_quoted(c.words + (' @' if c.meetings else ''))}" for c in made)
    return f"""# Lägg raden  klubban komplettering powershell | Out-String | Invoke-Expression  i $PROFILE
Register-ArgumentCompleter -Native -CommandName klubban -ScriptBlock {{
    param($word, $ast, $position)
    $after = @{{
{table}
    }}
    $typed = @($ast.CommandElements | ForEach-Object {{ $_.ToString() }})
    if ($typed.Count -lt 2 -or ($typed.Count -eq 2 -and $word)) {{ $words = @($after.Keys) }}
    else {{
        $words = @("$($after[$typed[1]])".Split(' ') | Where-Object {{ $_ -and $_ -ne '@' }})
        if ("$($after[$typed[1]])".EndsWith('@')) {{ $words += @(klubban lista 2>$null | ForEach-Object {{ $_.Split("`t")[0] }}) }}
    }}
    $words | Where-Object {{ $_ -like "$word*" }} | Sort-Object |
        ForEach-Object {{ [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }}
}}
"""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"
