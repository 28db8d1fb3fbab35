using Comity.Service.Content;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Search;

/// <summary>
/// Reads the words of files that have come in since, so that they are found by them. After the answer to whoever sent them and not before: a file
/// may take seconds. Files of sealed matters are left alone.
/// </summary>
public sealed class ReadFiles(ComityDb db, TimeProvider clock)
{
    private const int AtATime = 20;
    private const string Pdf = "application/pdf";

    /// <returns>How many were read; fewer than there are when there are many.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var canReadPdf = PdfText.IsInstalled;
        var waiting = await (
            from file in db.Attachments
            where file.WordsReadAt == null && (canReadPdf || file.MediaType != Pdf)
            join message in db.Messages on file.MessageId equals message.Id
            join matter in db.Matters on file.MatterId equals matter.Id
            join content in db.Contents on file.BytesContentId equals content.Id
            where content.Class == ContentClass.Indexed
            orderby file.Id
            select new
            {
                File = file,
                Matter = matter,
                message.Part,
                content.Bytes,
            }
        )
            .Take(AtATime)
            .ToListAsync(cancellationToken);
        foreach (var one in waiting)
        {
            var words =
                one.Bytes is null ? null
                : one.File.MediaType == Pdf ? await PdfText.OfAsync(one.Bytes, cancellationToken)
                : FileText.Of(one.File.MediaType, one.Bytes);
            if (!string.IsNullOrWhiteSpace(words))
            {
                SearchText.Add(db, one.Matter, one.Part, one.File.BytesContentId, words);
            }

            one.File.WordsReadAt = clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(cancellationToken);

            // Erased while it was being read: the database takes the words away with the content only where they are there already.
            await db
                .SearchTexts.Where(text =>
                    text.ContentId == one.File.BytesContentId
                    && db.Contents.Any(content => content.Id == text.ContentId && content.ErasedAt != null)
                )
                .ExecuteDeleteAsync(cancellationToken);
        }

        return waiting.Count;
    }
}
