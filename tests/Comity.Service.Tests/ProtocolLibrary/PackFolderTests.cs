using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Service.Tests.ProtocolLibrary;

/// <summary>Which folder of protocols a file belongs to, and what a council's own folder is lent.</summary>
public sealed class PackFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("comity-packs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_a_councils_own_folder_names_its_texts_by_the_key_and_lends_it_the_rest()
    {
        Write("our own/lea.protocol.md", "---\nprotocol: lea\n---\n");
        Write("our own/cases/1.case", "");
        var own = Path.Combine(folder, "our own");

        var names = PackFolder.ReadTexts(own).Select(text => text.Path).ToList();

        names.ShouldContain("lea/lea.protocol.md");
        names.ShouldContain("lea/cases/1.case");
        names.ShouldContain("vocabulary/acts.md");
        names.ShouldContain("calendars/bank-holidays.tsv");
        PackFolder.PathOf(own, "lea/cases/1.case").ShouldBe(Path.Combine(own, "cases/1.case"));
        PackFolder.PathOf(own, "vocabulary/acts.md").ShouldBe(Checkout.PathOf("protocols/vocabulary/acts.md"));
    }

    [Fact]
    public void Read_a_councils_own_folder_gives_the_service_what_it_needs()
    {
        Write("our own/lea.protocol.md", "---\nprotocol: lea\ncouncil-kind: parish\nnation: england\n---\n");

        var texts = CouncilTexts.For(PackFolder.ReadTexts(Path.Combine(folder, "our own")), "lea").Select(text => text.Path).ToList();

        texts.ShouldContain("lea/lea.protocol.md");
        texts.ShouldContain("law/england/standards-parish.protocol.md");
        texts.ShouldNotContain("wigan/wigan.protocol.md");
    }

    [Fact]
    public void Find_the_folder_of_a_file_goes_up_to_the_vocabulary_else_to_the_protocol()
    {
        Write("whole/vocabulary/words.md", "");
        Write("whole/lea/lea.protocol.md", "");
        var inWhole = Write("whole/lea/cases/1.case", "");
        Write("own/lea.protocol.md", "");
        var inOwn = Write("own/cases/1.case", "");
        var nowhere = Write("notes/1.case", "");

        PackFolder.Around(inWhole).ShouldBe(Path.Combine(folder, "whole"));
        PackFolder.Around(inOwn).ShouldBe(Path.Combine(folder, "own"));
        PackFolder.Around(nowhere).ShouldBeNull();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
