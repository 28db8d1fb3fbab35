using Comity.Service.Content;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Infrastructure;

/// <summary>
/// The key that signs the record's checkpoints, from the key folder. It is read for each use and put away again: the signing object is not
/// made to be shared between requests.
/// </summary>
public sealed class RecordKeys(Settings settings, ThisCouncil council)
{
    public RecordSigningKey Read() => KeyFolder.Open(settings.Keys).ReadSigningKey(LogId.OfRecord(council.Id));

    /// <summary>
    /// Makes the key where nothing has been signed yet. Once something has been, a missing key is brought back from its copy: another one would
    /// make every checkpoint held outside useless.
    /// </summary>
    internal async Task PrepareAsync(ComityDb db, CancellationToken cancellationToken)
    {
        var folder = KeyFolder.Open(settings.Keys);
        var log = LogId.OfRecord(council.Id);
        try
        {
            folder.ReadSigningKey(log).Dispose();
        }
        catch (SealedContentException e) when (e.Failure == SealedFailure.KeyMissing)
        {
            if (await db.Checkpoints.AnyAsync(cancellationToken))
            {
                throw;
            }

            using var made = RecordSigningKey.Generate(log);
            folder.AddSigningKey(made);
        }
    }
}
