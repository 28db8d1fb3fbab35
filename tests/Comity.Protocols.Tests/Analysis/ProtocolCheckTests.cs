using Comity.Protocols.Analysis;
using Comity.Protocols.Tests.Packs;

namespace Comity.Protocols.Tests.Analysis;

public class ProtocolCheckTests
{
    public static TheoryData<string> Keys => PackTests.Keys;

    [Theory]
    [MemberData(nameof(Keys))]
    public void Pack_has_no_findings(string key) =>
        string.Join('\n', ProtocolCheck.Run(Repository.Library.Compile(key)).Select(found => found.Diagnostic.ToString())).ShouldBeEmpty();
}
