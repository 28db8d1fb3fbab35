using Comity.Service.Matters;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <summary>An enquiry taken up for a change, inside its transaction.</summary>
public sealed record OpenedEnquiry(Matter Matter, Standing Standing, CouncilWrite Write) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Write.DisposeAsync();
}
