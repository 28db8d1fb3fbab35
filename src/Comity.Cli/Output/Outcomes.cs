using System.Diagnostics;
using Comity.Protocols;

namespace Comity.Cli.Output;

/// <summary>An outcome as an exit code.</summary>
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
}
