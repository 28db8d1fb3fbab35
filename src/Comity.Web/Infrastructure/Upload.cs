using Comity.Service.Matters;

namespace Comity.Web.Infrastructure;

/// <summary>Files as a form brings them. No more of one is read than would be refused anyway.</summary>
internal static class Upload
{
    public static async Task<IReadOnlyList<IncomingFile>> ReadAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        var read = new List<IncomingFile>(files.Count);
        foreach (var file in files.Where(file => file.FileName.Length > 0))
        {
            var most = (int)Math.Min(file.Length, AttachmentPolicy.MostBytesEach + 1);
            var bytes = new byte[most];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            read.Add(new IncomingFile(file.FileName, bytes));
        }

        return read;
    }
}
