using Comity.Service.Requests;
using Comity.Web.Infrastructure;

namespace Comity.Web.Pages.Enquiries;

/// <summary>A page on which an officer does something of which a protocol may speak: it shows what the one in force says, or that it says nothing.</summary>
public abstract class ProtocolPageModel(Comity.Service.Requests.Enquiries enquiries, EnquiryRules rules, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    public RepliesUnderProtocol Says { get; private set; } = null!;

    protected EnquiryRules Rules => rules;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Says = await rules.SaysAsync(Matter, Today, cancellationToken);
}
