using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Ask;

/// <summary>A step of asking. What has been filled in so far is in a draft of the person's own; another person's draft does not exist.</summary>
public abstract class AskPageModel(Drafts drafts, EnquiryRules rules, CurrentViewer current) : PageModel
{
    [FromRoute(Name = "draft")]
    public Guid DraftId { get; set; }

    public DraftAnswers Draft { get; private set; } = new();

    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    protected Drafts Drafts => drafts;

    public EnquiryKind Kind => EnquiryKind.Find(Draft.Kind) ?? throw new NotFoundException();

    /// <summary>What had been said in "May I …?", where it goes with the question.</summary>
    public AskedSituation? About => Kind.OfService ? null : Draft.About;

    /// <summary>Who asks: whoever writes it, or the member for whom it is logged.</summary>
    public Guid MemberId => Draft.MemberId ?? Viewer.PersonId;

    public DateOnly ReceivedOn => Draft.ReceivedOn ?? current.Today;

    protected DateOnly Today => current.Today;

    protected async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!await TryLoadAsync(cancellationToken))
        {
            throw new NotFoundException();
        }
    }

    /// <summary>False when there is no such draft of this person's; a draft that was sent is one.</summary>
    protected async Task<bool> TryLoadAsync(CancellationToken cancellationToken)
    {
        Viewer = await current.GetAsync(cancellationToken);
        if (await drafts.FindAsync(DraftId, Viewer, cancellationToken) is not { } found)
        {
            return false;
        }

        Draft = found;
        return true;
    }

    protected async Task KeepAsync(DraftAnswers answers, CancellationToken cancellationToken)
    {
        await drafts.ChangeAsync(DraftId, Viewer, answers, cancellationToken);
        Draft = answers;
    }

    /// <summary>What the protocol says to what has been filled in.</summary>
    protected Task<EnquiryAnswer> AnswerAsync(CancellationToken cancellationToken) => rules.MayAskAsync(Case, cancellationToken);

    /// <summary>What has been filled in, as the protocol is asked about it.</summary>
    protected EnquiryCase Case =>
        new EnquiryCase(
            Kind,
            Kind.OfService ? Draft.ServiceAreaId : null,
            Draft.NoService || !Kind.OfService,
            MemberId,
            Kind.OfService && Draft.ConstituentName is not null,
            ReceivedOn,
            Draft.Facts,
            About
        )
        {
            Capacity = Enum.TryParse<Capacity>(Draft.Capacity, out var capacity) ? capacity : null,
            WardId = Kind.OfService ? Draft.WardId : null,
            Sealed = Draft.Sealed,
            Authority = Kind.IsWork ? Draft.Authority ?? Authority.Own : Authority.Own,
        };
}
