using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Comity.Testing;

namespace Comity.Cli.Tests;

/// <summary>The real program as a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("01", 0)]
    [InlineData("03", 6)]
    [InlineData("07", 0)]
    [InlineData("11", 8)]
    [InlineData("13", 5)]
    [InlineData("19", 0)]
    public async Task Decide_a_scenario_ends_with_its_exit_code(string scenario, int code)
    {
        using var program = Start("decide", "wigan", $"protocols/wigan/situations/wigan-{scenario}.yaml");

        var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        program.ExitCode.ShouldBe(code);
        output.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Mistake_of_usage_writes_to_standard_error_alone()
    {
        using var program = Start("decide", "wigann", "protocols/wigan/situations/wigan-01.yaml");

        var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        program.ExitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("did you mean `wigan`?");
    }

    [Fact]
    [Trait("Takes", "long")]
    public async Task Serve_prints_one_address_answers_there_and_stops_on_a_signal()
    {
        var port = FreePort();
        using var program = Start("serve", "--port", $"{port}", "--data", Path.Combine(folder.Path, "council"));
        var messages = program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        var address = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        address.ShouldBe($"Comity is at http://127.0.0.1:{port}/");
        using var client = new HttpClient();
        using var page = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var rest = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        ((int)page.StatusCode).ShouldBeLessThan(500, await messages);
        rest.ShouldBeEmpty();
        program.ExitCode.ShouldBe(0);
        Should.Throw<SocketException>(() => Connect(port), "the web has gone with it");
    }

    [Fact]
    public async Task Serve_with_a_setting_that_the_web_refuses_says_why_and_fails()
    {
        using var program = Start(
            new Dictionary<string, string> { ["Comity__Address"] = "not an address" },
            "serve",
            "--port",
            $"{FreePort()}",
            "--data",
            Path.Combine(folder.Path, "council")
        );

        var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        program.ExitCode.ShouldBe(1, error);
        output.ShouldBeEmpty();
        error.ShouldContain("The setting Comity:Address is \"not an address\"");
        error.ShouldNotContain("   at ");
        error.ShouldNotContain("Unhandled");
    }

    private static Process Start(params string[] args) => Start([], args);

    private static Process Start(Dictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Checkout.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "comity.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Connect(int port)
    {
        using var client = new TcpClient();
        client.Connect(IPAddress.Loopback, port);
    }
}
