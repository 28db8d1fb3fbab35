using Comity.Testing;

namespace Comity.Cli.Tests;

/// <summary>One run of the program in process: what it answered, and what it wrote where.</summary>
public sealed record CliRun(ExitCode Code, string Out, string Error)
{
    public static Task<CliRun> OfAsync(params string[] args) => WithInputAsync("", args);

    public static async Task<CliRun> WithInputAsync(string input, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var code = await ComityProgram.RunAsync(
            args,
            new Terminal
            {
                In = new StringReader(input),
                Out = output,
                Error = error,
                Folder = Checkout.Root,
            },
            TestContext.Current.CancellationToken
        );
        return new CliRun((ExitCode)code, output.ToString(), error.ToString());
    }

    /// <summary>Whatever goes wrong, its reader is never shown our insides.</summary>
    public void ShouldHaveFailedPolitely(ExitCode code)
    {
        Code.ShouldBe(code, Error);
        Out.ShouldBeEmpty();
        Error.ShouldNotBeEmpty();
        Error.ShouldNotContain("   at ");
        Error.ShouldNotContain("Exception");
    }
}
