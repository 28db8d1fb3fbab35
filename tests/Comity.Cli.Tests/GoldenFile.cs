using Comity.Testing;

namespace Comity.Cli.Tests;

/// <summary>Expected output in a file. <c>COMITY_ACCEPT=1</c> writes it anew; the difference is then read in the commit.</summary>
public static class GoldenFile
{
    public static void ShouldMatchGolden(this string actual, string name)
    {
        var path = Checkout.PathOf($"tests/Comity.Cli.Tests/Golden/{name}");
        if (Environment.GetEnvironmentVariable("COMITY_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }

        File.Exists(path).ShouldBeTrue($"there is no {name}: run the tests once with COMITY_ACCEPT=1 and read what it holds");
        actual.ShouldBe(File.ReadAllText(path));
    }
}
