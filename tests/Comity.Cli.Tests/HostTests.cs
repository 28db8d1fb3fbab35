using System.Net;
using System.Net.Sockets;

namespace Comity.Cli.Tests;

/// <summary>What serve and demo refuse before anything is started.</summary>
[Trait("Takes", "long")]
public sealed class HostTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Start_on_a_port_that_is_taken_fails_and_says_what_to_do(string verb)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await CliRun.OfAsync(verb, "--port", $"{port}", "--data", Path.Combine(folder.Path, "data"));

        run.ShouldHaveFailedPolitely(ExitCode.Failed);
        run.Error.ShouldContain($"port {port} is in use: give another with --port");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("web")]
    public async Task Start_on_something_that_is_no_port_is_a_mistake_of_usage(string port)
    {
        var run = await CliRun.OfAsync("serve", "--port", port, "--data", Path.Combine(folder.Path, "data"));

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
    }

    [Fact]
    public async Task Demo_in_a_folder_with_other_data_refuses_and_touches_nothing()
    {
        var council = folder.Write("comity.db", "a council's own");

        var run = await CliRun.OfAsync("demo", "--fresh", "--data", folder.Path);

        run.ShouldHaveFailedPolitely(ExitCode.Failed);
        run.Error.ShouldContain("holds something that no demonstration made");
        (await File.ReadAllTextAsync(council, TestContext.Current.CancellationToken)).ShouldBe("a council's own");
    }

    [Fact]
    public async Task Demo_of_a_council_that_is_not_there_names_those_that_are()
    {
        var run = await CliRun.OfAsync("demo", "--council", "kelderbi", "--data", Path.Combine(folder.Path, "data"));

        run.ShouldHaveFailedPolitely(ExitCode.Usage);
        foreach (var name in new[] { "wigan", "borough", "town", "generic", "west-lavington" })
        {
            run.Error.ShouldContain($"{name} (");
        }
    }
}
