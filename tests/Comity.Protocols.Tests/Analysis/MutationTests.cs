using Comity.Protocols.Analysis;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Analysis;

public class MutationTests
{
    public static TheoryData<string> Keys => PackTests.Keys;

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_actionable_norm_of_a_pack_has_a_case(string key) =>
        Coverage.Of(Repository.Library, key).Where(norm => !norm.IsCovered).Select(norm => norm.Id).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_change_to_a_pack_is_noticed_by_a_case(string key)
    {
        var report = Mutation.Run(Repository.Library, key, Repository.Calendars);

        report.Total.ShouldBeGreaterThan(0);
        report.Survivors.Select(mutant => mutant.ToString()).ShouldBeEmpty($"{report.Survivors.Count} of {report.Total} survive");
    }
}
