using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Setup;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Setup;

public sealed class CheckModel(
    SetUpGate gate,
    SetUpJourneys journeys,
    ComityDb db,
    TakeUpTexts texts,
    FinishSetUp finish,
    Invitations invitations,
    ThisCouncil council
) : SetUpPage(gate, journeys)
{
    public string ProtocolTitle { get; private set; } = "";
    public int People { get; private set; }
    public string MonitoringOfficer { get; private set; } = "";
    public string Clerk { get; private set; } = "";
    public IReadOnlyList<(string Label, string Answer)> Duties { get; private set; } = [];

    /// <summary>The link by which the first keeper sets a password; null when it went by mail.</summary>
    public Uri? Link { get; private set; }

    /// <summary>Why there is no account yet.</summary>
    public string? NoLink { get; private set; }

    public bool IsDone { get; private set; }

    public override SetUpStage Stage => SetUpStage.Check;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var library = Gate.Library;
        if (library.Find(Answers.ProtocolKey ?? "") is not { } pack)
        {
            return RedirectToPage(PageOf(SetUpStage.Protocol));
        }

        var acting = SetUpJourneys.Acting.Acting();
        await texts.ExecuteAsync(CouncilTexts.For(library.Texts, pack.Key), acting, cancellationToken);
        Guid clerk;
        try
        {
            clerk = await finish.ExecuteAsync(new FinishSetUpRequest(Version, pack.File.Source), cancellationToken);
        }
        catch (ChangedSinceOpenedException)
        {
            return this.ChangedSinceOpened();
        }

        db.ChangeTracker.Clear();
        await council.ReloadAsync(db, cancellationToken);
        var invited = await invitations.InviteAsync(acting, clerk, cancellationToken);
        Gate.Leave();
        Link = invited.LinkToHandOver;
        NoLink = invited.Refusal;
        IsDone = true;
        return Page();
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var roles = Gate.Library.Vocabulary.Roles;
        string Label(string role) => roles.TryGetValue(role, out var known) ? known.Label : role;
        ProtocolTitle = Answers.Title ?? "";
        People = await db.People.CountAsync(cancellationToken);
        MonitoringOfficer = Answers.MonitoringOfficerId is { } own
            ? await NameAsync(own, cancellationToken)
            : $"{Answers.OutsideName}, {Answers.OutsideBody}";
        Clerk = Answers.ClerkId is { } clerk ? $"{await NameAsync(clerk, cancellationToken)}, {Answers.ClerkTitle}" : "";
        Duties =
        [
            .. Answers
                .Duties.Select(pair =>
                    (
                        Label: Label(pair.Key),
                        Answer: pair.Value switch
                        {
                            SetUpAnswers.ItsOwnHolders => "Those with this role in the file",
                            SetUpAnswers.Nobody => "Nobody, for now: a gap",
                            var role => Label(role),
                        }
                    )
                )
                .OrderBy(one => one.Label, StringComparer.Ordinal),
        ];
    }

    private Task<string> NameAsync(Guid personId, CancellationToken cancellationToken) =>
        db.People.Where(person => person.Id == personId).Select(person => person.FullName).SingleAsync(cancellationToken);
}
