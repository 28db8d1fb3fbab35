using System.ComponentModel.DataAnnotations;
using Comity.Protocols.Vocabularies;
using Comity.Service.Information;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

/// <summary>What an officer has found. The questions are the vocabulary's: those on which the protocol in force can turn, and those that the law asks everywhere.</summary>
public sealed class FindingsModel(
    Comity.Service.Requests.Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    FindItem act,
    CurrentViewer current
) : ItemPageModel(enquiries, items, current)
{
    private static readonly string[] Holdings = [ItemFindings.Held, ItemFindings.NotHeld, ItemFindings.CannotBeFound];
    private static readonly string[] Said = [ItemConsents.Unsaid, ItemConsents.Given, ItemConsents.Refused];

    [BindProperty]
    public string? Holding { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Facts { get; set; } = [];

    [BindProperty]
    public string? WhyReasonable { get; set; }

    [BindProperty]
    public string? WhyShared { get; set; }

    [BindProperty]
    public string? Narrower { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? OwnerSaid { get; set; }

    [BindProperty]
    public string? OwnerWho { get; set; }

    [BindProperty]
    public string? OwnerWhat { get; set; }

    [BindProperty]
    [Display(Name = "The day on which they agreed")]
    public DateOnly? OwnerOn { get; set; }

    [BindProperty]
    public string? OwnerHow { get; set; }

    [BindProperty]
    public string? PersonSaid { get; set; }

    [BindProperty]
    public string? PersonWho { get; set; }

    [BindProperty]
    public string? PersonWhat { get; set; }

    [BindProperty]
    [Display(Name = "The day on which the person agreed")]
    public DateOnly? PersonOn { get; set; }

    [BindProperty]
    public string? PersonHow { get; set; }

    public IReadOnlyList<Fact> Questions { get; private set; } = [];

    public static string IdOf(Fact question) => $"fact-{question.Name}";

    protected override bool May(Standing standing) => standing.IsOwner && InformationItems.IsAskedIn(standing.Matter);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        Questions = await rules.QuestionsAsync(Today, cancellationToken);
    }

    public string? AnswerTo(Fact question) => Facts.TryGetValue(question.Name, out var typed) ? typed : question.Presumption;

    public string? ErrorOf(Fact question) =>
        ModelState.TryGetValue($"Facts[{question.Name}]", out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await base.OnGetAsync(cancellationToken);
        var (found, consents) = (Read.Findings, Read.Consents);
        Holding = found?.Holding;
        Facts = found?.Facts.ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal) ?? [];
        (WhyReasonable, WhyShared, Narrower) = (found?.WhyReasonable, found?.WhyShared, found?.Narrower);
        (Owner, OwnerSaid, PersonSaid) = (consents.Owner, consents.OwnerSaid, consents.PersonSaid);
        (OwnerWho, OwnerWhat, OwnerOn, OwnerHow) = Parts(consents.OfOwner);
        (PersonWho, PersonWhat, PersonOn, PersonHow) = Parts(consents.OfPerson);
        return Page();

        static (string?, string?, DateOnly?, string?) Parts(Consent? consent) => (consent?.Who, consent?.What, consent?.On, consent?.How);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Holdings.Contains(Holding))
        {
            ModelState.AddModelError(nameof(Holding), "Choose whether the council holds it");
        }

        var facts = TakeFacts();
        var owner = Text(Owner, nameof(Owner), null);
        var ofOwner = TakeConsent(OwnerSaid, nameof(OwnerSaid), OwnerWho, OwnerWhat, OwnerOn, OwnerHow, "Owner", owner.Length > 0);
        var findings = new ItemFindings
        {
            Holding = Holding ?? "",
            Facts = facts,
            WhyReasonable = Text(
                WhyReasonable,
                nameof(WhyReasonable),
                Wanted("reasonableness-established", "Enter why it is reasonable, or not")
            ),
            WhyShared = Text(
                WhyShared,
                nameof(WhyShared),
                Wanted("officer-able-to-share", "Enter by what power it may be shared, or why not")
            ),
            Narrower = Text(
                Narrower,
                nameof(Narrower),
                facts.GetValueOrDefault("within-service-resources") == "no" ? "Enter what could be supplied instead" : null
            ),
        };
        var isPersonal = facts.GetValueOrDefault("personal-information") == "yes";
        var ofPerson = TakeConsent(PersonSaid, nameof(PersonSaid), PersonWho, PersonWhat, PersonOn, PersonHow, "Person", isPersonal);
        var consents = new ItemConsents
        {
            Owner = owner.Length > 0 ? owner : null,
            OwnerSaid = owner.Length > 0 ? OwnerSaid ?? ItemConsents.Unsaid : ItemConsents.Unsaid,
            OfOwner = ofOwner,
            PersonSaid = isPersonal ? PersonSaid ?? ItemConsents.Unsaid : ItemConsents.Unsaid,
            OfPerson = ofPerson,
        };
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new FindItemRequest(At, Number, findings, consents), Viewer, cancellationToken),
                "What was found is on record.",
                nameof(Holding),
                cancellationToken
            )
            : Page();

        string? Wanted(string fact, string message) => facts.ContainsKey(fact) ? message : null;
    }

    private Dictionary<string, string> TakeFacts()
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in Questions)
        {
            if (!Facts.TryGetValue(question.Name, out var answer) || string.IsNullOrEmpty(answer))
            {
                continue;
            }

            if (question.Choices.All(choice => choice.Name != answer))
            {
                ModelState.AddModelError($"Facts[{question.Name}]", "Choose an answer from the list");
                continue;
            }

            facts[question.Name] = answer;
        }

        return facts;
    }

    private Consent? TakeConsent(
        string? said,
        string saidField,
        string? who,
        string? what,
        DateOnly? on,
        string? how,
        string field,
        bool isAsked
    )
    {
        if (said is not null && !Said.Contains(said))
        {
            ModelState.AddModelError(saidField, "Choose whether they have agreed");
        }

        if (!isAsked || said != ItemConsents.Given)
        {
            return null;
        }

        var given = (
            Who: Text(who, field + "Who", "Enter who agreed"),
            What: Text(what, field + "What", "Enter to what they agreed"),
            How: Text(how, field + "How", field == "Owner" ? "Enter how they agreed" : "Enter the document in which they agreed")
        );
        if (on is null && ModelState[field + "On"]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError(field + "On", "Enter the day on which they agreed");
        }
        else if (on > Today)
        {
            ModelState.AddModelError(field + "On", "The day on which they agreed must be today or in the past");
        }

        return on is { } day ? new Consent(given.Who, given.What, day, given.How) : null;
    }
}
