using System.Text;
using Comity.Service.Matters;

namespace Comity.Service.Tests.Matters;

public class AttachmentPolicyTests
{
    private const string Zip = "PK\u0003\u0004rest";

    [Theory]
    [InlineData("plan.pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("PLAN.PDF", "%PDF-1.7", "application/pdf")]
    [InlineData("plan.pdf", "<html><script>alert(1)</script>", null)]
    [InlineData("plan.pdf", " %PDF-1.7", null)]
    [InlineData("plan.pdf.html", "%PDF-1.7", null)]
    [InlineData("plan", "%PDF-1.7", null)]
    [InlineData("picture.gif", "GIF89a", "image/gif")]
    [InlineData("picture.png", "GIF89a", null)]
    [InlineData("picture.svg", "<svg onload='alert(1)'/>", null)]
    [InlineData("report.docx", Zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("report.docx", "<html>", null)]
    [InlineData("report.docm", Zip, null)]
    [InlineData("report.zip", Zip, null)]
    [InlineData("figures.csv", "a,b\n1,2", "text/csv")]
    [InlineData("notes.txt", "words", "text/plain")]
    [InlineData("notes.txt", "MZ\0\u0001", null)]
    [InlineData("notes.html", "words", null)]
    public void Name_the_kind_of_a_file_goes_by_its_first_bytes_and_its_name_must_agree(string name, string content, string? kind) =>
        AttachmentPolicy.MediaTypeOf(new IncomingFile(name, Encoding.Latin1.GetBytes(content))).ShouldBe(kind);

    [Theory]
    [InlineData("plan.pdf", "plan.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\plan.pdf", "plan.pdf")]
    [InlineData(".pdf", "file.pdf")]
    [InlineData("  .pdf", "file.pdf")]
    [InlineData("...plan.pdf", "plan.pdf")]
    [InlineData("", "file")]
    [InlineData("..", "file")]
    [InlineData("a\"b<c>d|e:f*g?.pdf", "a_b_c_d_e_f_g_.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a__Set-Cookie_ x.pdf")]
    [InlineData("report\u202Efdp.txt", "report_fdp.txt")]
    [InlineData("Rhosllannerchrugog – cofnodion 🌧.pdf", "Rhosllannerchrugog – cofnodion 🌧.pdf")]
    public void Clean_a_name_keeps_what_a_reader_knows_it_by(string name, string clean) => AttachmentPolicy.CleanName(name).ShouldBe(clean);

    [Theory]
    [InlineData("n", ".pdf")]
    [InlineData("🌧", ".pdf")]
    [InlineData("", ".e")]
    public void Clean_a_long_name_cuts_it_without_breaking_a_character_and_keeps_a_usual_ending(string letter, string ending)
    {
        var name =
            string.Concat(Enumerable.Repeat(letter.Length > 0 ? letter : "n", 400))
            + ending
            + (letter.Length > 0 ? "" : new string('e', 400));

        var clean = AttachmentPolicy.CleanName(name);

        clean.Length.ShouldBeLessThanOrEqualTo(AttachmentPolicy.LongestName);
        clean.EnumerateRunes().ShouldAllBe(rune => rune != Rune.ReplacementChar);
        (letter.Length == 0 || clean.EndsWith(ending, StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void Clean_a_name_twice_changes_nothing_and_keeps_the_kind()
    {
        foreach (var name in new[] { ".pdf", "..pdf", "x/.pdf", "a b.pdf", "a\u200Bb.pdf" })
        {
            var clean = AttachmentPolicy.CleanName(name);
            AttachmentPolicy.CleanName(clean).ShouldBe(clean);
            AttachmentPolicy.MediaTypeOf(new IncomingFile(clean, "%PDF-"u8.ToArray())).ShouldBe("application/pdf", name);
        }
    }

    [Theory]
    [InlineData(10, 0, 0, null)]
    [InlineData(11, 0, 0, "Attach 10 files or fewer. You chose 11.")]
    [InlineData(2, 9, 0, "Attach 10 files or fewer. You chose 2, and 9 are attached already.")]
    [InlineData(1, 1, 25 * 1024 * 1024, "Together the files are larger than 25 MB. Send some of them in another message.")]
    public void Count_files_and_bytes_beside_those_attached_already(int count, int already, long bytesAlready, string? refusal)
    {
        var files = Enumerable.Range(0, count).Select(_ => new IncomingFile("notes.txt", "words"u8.ToArray())).ToList();

        AttachmentPolicy.Refusals(files, already, bytesAlready).ShouldBe(refusal is null ? [] : [refusal]);
    }

    [Fact]
    public void Refuse_files_says_of_each_why()
    {
        var large = new byte[AttachmentPolicy.MostBytesEach + 1];

        var refusals = AttachmentPolicy.Refusals([
            new("empty.txt", []),
            new("large.txt", large),
            new("page.html", "<html>"u8.ToArray()),
            new("good.txt", "words"u8.ToArray()),
        ]);

        refusals.Count.ShouldBe(3);
        refusals[0].ShouldStartWith("“empty.txt” is empty.");
        refusals[1].ShouldStartWith("“large.txt” is larger than 10 MB.");
        refusals[2].ShouldStartWith("“page.html” is not a kind of file that can be attached.");
    }
}
