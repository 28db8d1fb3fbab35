namespace Comity.Cli;

/// <summary>What the program answers to a script. The numbers are a contract (docs/cli.md): they never change their meaning.</summary>
public enum ExitCode
{
    /// <summary>Done, or the act is permitted.</summary>
    Done = 0,

    /// <summary>It was tried and went wrong, or what was examined is not right.</summary>
    Failed = 1,

    /// <summary>What was asked cannot be understood: an unknown verb, protocol, file, act, fact or value.</summary>
    Usage = 2,

    Forbidden = 3,

    /// <summary>The protocol files have faults.</summary>
    Diagnostics = 4,

    /// <summary>No rule decides it, or no rule can.</summary>
    Silent = 5,

    OnCondition = 6,

    ShouldNot = 7,

    Referred = 8,

    NeedsFacts = 9,

    /// <summary>For a mail server, by the numbers that it reads (sysexits.h): it will never be taken.</summary>
    NotTaken = 65,

    /// <summary>For a mail server: it could not be taken now, and is to be handed over again.</summary>
    TryAgain = 75,
}
