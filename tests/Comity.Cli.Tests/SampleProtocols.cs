using Comity.Testing;

namespace Comity.Cli.Tests;

/// <summary>A small protocol with one act for each outcome, and the repository's bank holidays beside it.</summary>
public sealed class SampleProtocols : IDisposable
{
    private const string Sample = "tests/Comity.Cli.Tests/Sample/";

    private readonly TempFolder folder = new();

    public SampleProtocols()
    {
        foreach (var path in Checkout.Files(Sample))
        {
            folder.Write(path[Sample.Length..], Checkout.Read(path));
        }

        folder.Write("calendars/bank-holidays.tsv", Checkout.Read("protocols/calendars/bank-holidays.tsv"));
    }

    public string Path => folder.Path;

    public string Situation(string text) => folder.Write("situation.yaml", text);

    public void Dispose() => folder.Dispose();
}
