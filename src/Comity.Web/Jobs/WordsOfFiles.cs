using Comity.Service.Search;

namespace Comity.Web.Jobs;

/// <summary>Files that have come in since are read, so that they are found by their words.</summary>
internal sealed class WordsOfFiles(ReadFiles read) : IDueJob
{
    public async Task RunDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        while (await read.ExecuteAsync(cancellationToken) > 0)
        {
            // Some at a time, until none waits.
        }
    }
}
