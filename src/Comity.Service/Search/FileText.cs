using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Comity.Service.Search;

/// <summary>
/// The words of a file, as far as they are looked for. What cannot be read, is not what it says it is, or unpacks to far more than it should has
/// none: a file is found by its name all the same.
/// </summary>
public static class FileText
{
    // A file of a few kilobytes can unpack to gigabytes; the largest that may be attached has 10 MB.
    private const long MostUnpacked = 40L * 1024 * 1024;

    /// <summary>The words, or null where there are none to be had. PDF is read by <see cref="PdfText"/>.</summary>
    public static string? Of(string mediaType, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            return mediaType switch
            {
                "text/plain" or "text/csv" => Short(Encoding.UTF8.GetString(bytes)),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Packed(
                    bytes,
                    name => name is "word/document.xml" or "word/footnotes.xml" or "word/endnotes.xml" or "word/comments.xml"
                ),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => Packed(
                    bytes,
                    name => name == "xl/sharedStrings.xml" || name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
                ),
                "application/vnd.openxmlformats-officedocument.presentationml.presentation" => Packed(
                    bytes,
                    name =>
                        name.StartsWith("ppt/slides/slide", StringComparison.Ordinal)
                        || name.StartsWith("ppt/notesSlides/notesSlide", StringComparison.Ordinal)
                ),
                "application/vnd.oasis.opendocument.text" or "application/vnd.oasis.opendocument.spreadsheet" => Packed(
                    bytes,
                    name => name == "content.xml"
                ),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or NotSupportedException or IOException)
        {
            return null;
        }
    }

    private static string? Packed(byte[] bytes, Func<string, bool> holdsWords)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var words = new StringBuilder();
        var left = MostUnpacked;
        foreach (
            var entry in archive.Entries.Where(entry => holdsWords(entry.FullName)).OrderBy(entry => entry.FullName, StringComparer.Ordinal)
        )
        {
            using var unpacked = new Limited(entry.Open(), left);
            Read(unpacked, words);
            left -= unpacked.Taken;
            if (words.Length >= SearchText.Longest)
            {
                break;
            }
        }

        return words.Length == 0 ? null : Short(words.ToString());
    }

    // A word may be in several runs of text; only the end of a paragraph, a cell or a line parts words.
    private static void Read(Stream xml, StringBuilder words)
    {
        using var reader = XmlReader.Create(xml, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read() && words.Length < SearchText.Longest)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                words.Append(reader.Value);
            }
            else if (
                reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" or "h" or "si" or "c" or "table-cell" }
                || reader is { NodeType: XmlNodeType.Element, LocalName: "br" or "tab" or "line-break" or "s" }
            )
            {
                words.Append(' ');
            }
        }
    }

    private static string Short(string words) =>
        (words.Length <= SearchText.Longest ? words : words[..SearchText.Longest]).Replace("\0", "", StringComparison.Ordinal);

    /// <summary>Stops where a file unpacks to more than it should.</summary>
    private sealed class Limited(Stream inner, long most) : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Taken;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Taken += read;
            return Taken <= most ? read : throw new InvalidDataException("The file unpacks to more than is read.");
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
