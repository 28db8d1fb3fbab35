using System.Diagnostics;
using Comity.Protocols;

namespace Comity.Cli.Output;

/// <summary>An outcome as an exit code and in words.</summary>
public static class Outcomes
{
    public static ExitCode ToExitCode(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Permitted => ExitCode.Done,
            Outcome.PermittedOnCondition => ExitCode.OnCondition,
            Outcome.ShouldNot => ExitCode.ShouldNot,
            Outcome.Forbidden => ExitCode.Forbidden,
            Outcome.Referred => ExitCode.Referred,
            Outcome.Silent or Outcome.CannotTell => ExitCode.Silent,
            Outcome.NeedsFacts => ExitCode.NeedsFacts,
            _ => throw new UnreachableException(),
        };

    public static string ToSentence(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Permitted => "Permitted.",
            Outcome.PermittedOnCondition => "Permitted on condition.",
            Outcome.ShouldNot => "No: should not. Somebody may go on all the same, with a recorded reason.",
            Outcome.Forbidden => "Forbidden. This is final.",
            Outcome.Referred => "Referred: somebody deals with it.",
            Outcome.Silent => "The protocol does not say.",
            Outcome.CannotTell => "Cannot tell: refer it to a person.",
            Outcome.NeedsFacts => "More must be known first.",
            _ => throw new UnreachableException(),
        };
}
