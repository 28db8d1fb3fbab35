using System.IO.Compression;
using System.Text;
using Comity.Service.Search;

namespace Comity.Service.Tests.Search;

public sealed class FileTextTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    private const string OpenText = "application/vnd.oasis.opendocument.text";

    [Fact]
    public void Read_AWordFile_JoinsTheRunsOfAWordAndPartsParagraphs() =>
        FileText
            .Of(
                Word,
                Packed(
                    (
                        "word/document.xml",
                        "<w:document xmlns:w='w'><w:p><w:r><w:t>Street light</w:t></w:r><w:r><w:t>ing</w:t></w:r></w:p><w:p><w:t>Mill Lane</w:t></w:p></w:document>"
                    ),
                    ("word/styles.xml", "<a>style</a>")
                )
            )
            .ShouldNotBeNull()
            .Trim()
            .ShouldBe("Street lighting Mill Lane");

    [Fact]
    public void Read_OtherOfficeFiles_TakesWhatAReaderWouldSee()
    {
        FileText
            .Of(Excel, Packed(("xl/sharedStrings.xml", "<sst><si><t>Ward</t></si><si><t>Cost</t></si></sst>")))!
            .Trim()
            .ShouldBe("Ward Cost");
        FileText
            .Of(
                PowerPoint,
                Packed(
                    ("ppt/slides/slide1.xml", "<a:x xmlns:a='a'><a:p><a:t>Budget</a:t></a:p></a:x>"),
                    ("ppt/presentation.xml", "<n>no</n>")
                )
            )!
            .Trim()
            .ShouldBe("Budget");
        FileText.Of(OpenText, Packed(("content.xml", "<t:x xmlns:t='t'><t:p>One</t:p><t:p>two</t:p></t:x>")))!.Trim().ShouldBe("One two");
        FileText.Of("text/csv", "a,b\r\n1,2"u8.ToArray()).ShouldBe("a,b\r\n1,2");
        FileText.Of("image/png", [1, 2, 3]).ShouldBeNull();
    }

    [Fact]
    public void Read_WhatIsNoArchiveOrNoXml_GivesNoWordsAndDoesNotFail()
    {
        FileText.Of(Word, [0x50, 0x4B, 3, 4, 1, 2, 3]).ShouldBeNull();
        FileText.Of(Word, Packed(("word/document.xml", "<not closed"))).ShouldBeNull();
        FileText
            .Of(Word, Packed(("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>")))
            .ShouldBeNull("an entity could be made to grow without end");
    }

    [Fact]
    public void Read_AFileThatUnpacksToFarMore_StopsAndGivesNoWords()
    {
        var white = Packed(("word/document.xml", "<a>" + new string(' ', 60 * 1024 * 1024) + "</a>"));
        white.Length.ShouldBeLessThan(200_000);

        FileText.Of(Word, white).ShouldBeNull();
    }

    [Fact]
    public async Task Read_APdf_TakesItsWordsWherePdftotextIsInstalled()
    {
        Assert.SkipUnless(PdfText.IsInstalled, "pdftotext is not installed");

        (await PdfText.OfAsync(Pdf("Culvert under Mill Lane"), TestContext.Current.CancellationToken))
            .Trim()
            .ShouldBe("Culvert under Mill Lane");
        (await PdfText.OfAsync("%PDF-1.4 and nothing else"u8.ToArray(), TestContext.Current.CancellationToken)).Trim().ShouldBe("");
    }

    /// <summary>The least that is a PDF: one page with one line on it. Readers mend the missing table of places.</summary>
    internal static byte[] Pdf(string line)
    {
        var drawn = $"BT /F1 12 Tf 72 720 Td ({line}) Tj ET";
        return Encoding.ASCII.GetBytes(
            $"""
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
            4 0 obj << /Length {drawn.Length} >> stream
            {drawn}
            endstream endobj
            5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
            trailer << /Root 1 0 R >>
            %%EOF
            """
        );
    }

    internal static byte[] Packed(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
