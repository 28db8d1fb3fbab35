using System.Reflection;
using Comity.Testing;

namespace Comity.Web.Tests;

/// <summary>Every mark is true: without the norm's rules its test goes red.</summary>
[Trait("Takes", "long")]
public sealed class NormMarkTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Marks => MarkedTests.In(Assembly.GetExecutingAssembly());

    [Theory]
    [MemberData(nameof(Marks))]
    public async Task Run_without_the_rules_of_its_norm_goes_red(string norm, string type, string method) =>
        (await MarkedTests.GoesRedAsync(Assembly.GetExecutingAssembly(), norm, type, method)).ShouldBeTrue(
            $"{method} says that it shows {norm}, and passes without its rules."
        );
}
