using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Comity.Cli;

/// <summary>The usual help, closed with examples that can be copied.</summary>
internal sealed class HelpWithExamples(HelpAction usual, IReadOnlyDictionary<string, IReadOnlyList<string>> examples)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.TryGetValue(parseResult.CommandResult.Command.Name, out var lines))
        {
            output.WriteLine("Examples:");
            foreach (var line in lines)
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        return code;
    }
}
