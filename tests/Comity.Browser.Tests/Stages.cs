using Comity.Service.Accounts;
using Comity.Service.Advising;
using Comity.Service.Appointments;
using Comity.Service.Arrangements;
using Comity.Service.Information;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Rulings;
using Comity.Service.Search;
using Comity.Service.Storage;
using Comity.Service.Templates;
using Comity.Service.WardInformation;
using Comity.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Comity.Browser.Tests;

/// <summary>
/// Everything that a page may need to be there: a fictional council with an enquiry in every state, a real one whose clerk has an account, and
/// one that nobody has set up. In each, visitors who may see something that others may not.
/// </summary>
public sealed class Stages(Chromium chromium) : IAsyncLifetime
{
    public const string Email = "ira.clerk@example.org";
    public const string Password = "three odd words";

    private static readonly string[] InTheDemonstration =
    [
        "Alex Member",
        "Glen Officer",
        "Ira Clerk",
        "Jo Monitoring",
        "Ellis Director",
        "Fran Manager",
    ];

    private readonly List<Visitor> _visitors = [];
    private readonly Dictionary<string, List<string>> _values = [];
    private readonly List<Site> _sites = [];

    public sealed record Visitor(string Name, Site Site, Visit Visit);

    /// <summary>In the order in which they are tried.</summary>
    public IReadOnlyList<Visitor> Visitors => _visitors;

    /// <summary>What may stand in an address for a parameter: by name, or by the pattern's first part and the name.</summary>
    public IReadOnlyList<string> ValuesOf(string pattern, string parameter) =>
        _values.GetValueOrDefault($"{pattern.Split('/')[0]}/{parameter}") ?? _values.GetValueOrDefault(parameter) ?? [];

    /// <summary>
    /// Whether the page is the same at each of its addresses: a number, a choice and a list of days are asked for by different forms, and of a complaint under the members' code
    /// whether it was investigated.
    /// </summary>
    public bool IsAlike(string pattern) =>
        pattern is not ("arrangements/settle/{key}" or "concerns/{reference}/later-acts/{number:int}" or "concerns/{reference}/outcome");

    public async ValueTask InitializeAsync()
    {
        var demonstration = await AddAsync(Site.StartAsync());
        await PlayAsync(demonstration);
        foreach (var name in InTheDemonstration)
        {
            _visitors.Add(new(name, demonstration, await Visit.AsAsync(chromium.Shell, demonstration, name)));
        }

        _visitors.Add(new("somebody in the demonstration", demonstration, await Visit.StartAsync(chromium.Shell, demonstration)));

        var real = await AddAsync(Site.StartAsync(fictional: false));
        await AddAccountAsync(real, real.People.Clerk, Email);
        _values["accounts/person"] = [$"{real.People.Clerk:D}"];
        _visitors.Add(new("the clerk of a real council", real, await SignInAsync(real)));
        _visitors.Add(new("somebody outside", real, await Visit.StartAsync(chromium.Shell, real)));

        var empty = await AddAsync(Site.StartEmptyAsync());
        _visitors.Add(new("whoever sets a council up", empty, await Visit.StartAsync(chromium.Shell, empty)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
        {
            await visitor.Visit.DisposeAsync();
        }

        foreach (var site in _sites)
        {
            await site.DisposeAsync();
        }
    }

    /// <summary>An account as it stands after its invitation was taken up, with <see cref="Password"/>.</summary>
    public static Task<Guid> AddAccountAsync(Site site, Guid personId, string email) =>
        site.DoAsync<IServiceProvider, Guid>(async services =>
        {
            var db = (ComityDb)services.GetService(typeof(ComityDb))!;
            var account = new Account
            {
                Id = Guid.CreateVersion7(),
                PersonId = personId,
                Email = email,
                UserName = email,
                NormalizedEmail = email.ToUpperInvariant(),
                NormalizedUserName = email.ToUpperInvariant(),
                InvitedAt = site.Clock.Now,
            };
            ((Credentials)services.GetService(typeof(Credentials))!).SetPassword(account, Password);
            db.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });

    private async Task<Site> AddAsync(Task<Site> starting)
    {
        var site = await starting;
        _sites.Add(site);
        return site;
    }

    private async Task<Visit> SignInAsync(Site site)
    {
        var visit = await Visit.StartAsync(chromium.Shell, site);
        await visit.GoAsync("/sign-in");
        await visit.Page.GetByLabel("Email address").FillAsync(Email);
        await visit.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await visit.PressAsync("Sign in");
        await Microsoft.Playwright.Assertions.Expect(visit.Page.Locator(".comity-header__person")).ToContainTextAsync("Ira Clerk");
        return visit;
    }

    private async Task PlayAsync(Site site)
    {
        await ArrangePausesAsync(site);
        var open = await AskAsync(site, "Street light out in Mill Lane");
        var withResident = await AskAsync(
            site,
            "Repairs at a resident’s home",
            request =>
                request with
                {
                    Sealed = true,
                    Constituent = new ConstituentDetails("Pat Resident", "0100 000000", null, true, "The person asked for it."),
                }
        );
        var paused = await AskAsync(site, "Which bin is it?");
        await AsOfficerAsync<PauseClock>(site, (act, officer) => act.ExecuteAsync(new(paused, "Which street?"), officer, default));
        var answered = await AskAsync(
            site,
            "Pothole in Weir Street, the long one between the bridge and the school, which has been filled twice"
        );
        await AsOfficerAsync<ReplyToEnquiry>(
            site,
            (act, officer) =>
                act.ExecuteAsync(new(answered, "It is filled.", [new IncomingFile("plan.txt", "A plan.\n"u8.ToArray())]), officer, default)
        );
        var again = await DoubtAndReviewAsync(site, open);
        _values["enquiries/item"] = ["1"];
        _values["reference"] =
        [
            open.Reference,
            withResident.Reference,
            paused.Reference,
            answered.Reference,
            again,
            (await AskAsync(site, "A plan of every lamp in East", request => request with { Kind = EnquiryKind.Task })).Reference,
            await GiveAdviceAsync(site),
            await MeetAsync(site),
        ];
        _values["news/reference"] = [await TellAsync(site)];
        _values["mail/id"] = [await HoldEmailAsync(site)];
        _values["draft"] = [$"{await DraftAsync(site):D}"];
        (var concern, _values["concerns/reference"], _values["concerns/id"]) = await ConcernStages.PlayAsync(site);
        _values["concerns/draft"] = [concern];
        _values["concerns/number"] = ["1", "2", "3"];
        _values["people/id"] = [$"{site.People.Member:D}", $"{site.People.Highways:D}"];
        await KeepTheRegisterAsync(site);
        await AdviseAsync(site);
        await KeepWorkToolsAsync(site);
        _values["may-i/act"] = ["state-purpose", "reply"];
        _values["protocol/number"] = ["6.2"];
        _values["rulings/number"] = ["1"];
        _values["rulings/act"] = ["visit-school"];
        _values["protocol/layer"] = ["law", "safeguards"];
        _values["enquiries/id"] = await FilesAsync(site);
    }

    /// <summary>Something asked for about which the clerk was asked, and something kept back at which the officer's manager looks again.</summary>
    private static async Task<string> DoubtAndReviewAsync(Site site, MatterAt open)
    {
        await AsOfficerAsync<AddItems>(site, (act, officer) => act.ExecuteAsync(new(open, "The plan of the lights"), officer, default));
        await AsOfficerAsync<RaiseDoubt>(
            site,
            (act, officer) =>
                act.ExecuteAsync(new(open with { Version = 2 }, 1, RaiseDoubt.WhetherToRelease, "Is it ours?"), officer, default)
        );
        var again = await AskAsync(site, "May I see the lease?");
        await AsOfficerAsync<AddItems>(site, (act, officer) => act.ExecuteAsync(new(again, "The lease"), officer, default));
        await AsOfficerAsync<FindItem>(
            site,
            (act, officer) =>
                act.ExecuteAsync(
                    new(again with { Version = 2 }, 1, new ItemFindings { Holding = ItemFindings.Held }, new()),
                    officer,
                    default
                )
        );
        var ruling = new ItemRuling(["no-need"], "Nothing that was said shows why a member would need to see it.", "", "");
        await AsOfficerAsync<DecideItem>(
            site,
            (act, officer) => act.ExecuteAsync(new(again with { Version = 3 }, 1, ItemOutcome.Refused, ruling, false), officer, default)
        );
        await AsOfficerAsync<ReplyToEnquiry>(
            site,
            (act, officer) => act.ExecuteAsync(new(again with { Version = 4 }, "This is decided.", []), officer, default)
        );
        var member = await site.ViewerAsync(site.People.Member);
        var asked = await site.DoAsync<AskReview, ActResult>(act =>
            act.ExecuteAsync(new(again with { Version = 5 }, 1, "I sit on the committee."), member, default)
        );
        asked.ShouldBeOfType<ActResult.Done>();
        return again.Reference;
    }

    /// <summary>What the pages of the register are about: a post, a body, a ward, entries with days, a declared relationship, a substitute.</summary>
    private async Task KeepTheRegisterAsync(Site site)
    {
        var member = await site.ViewerAsync(site.People.Member);
        var declared = await site.DoAsync<DeclareRelationship, RegisterChange>(declare =>
            declare.ExecuteAsync(
                member,
                new(site.People.Member, site.People.HousingOfficer, Tie.Family, "We are cousins.", null, site.Clock.Today())
            )
        );
        var clerk = await site.ViewerAsync(site.People.Clerk);
        var stated = await site.DoAsync<StateSubstitute, RegisterChange>(state =>
            state.ExecuteAsync(
                clerk,
                new(
                    "monitoring-officer",
                    null,
                    site.People.DirectorOffice,
                    "Council 12 March 2026, minute 42",
                    site.Clock.Today(),
                    null,
                    new HashSet<string> { "monitoring-officer" }
                )
            )
        );
        var (holding, body) = await site.DoAsync<ComityDb, (Guid, Guid)>(async db =>
            (
                await db.Holdings.Where(fact => fact.PersonId == site.People.Member).Select(fact => fact.Id).SingleAsync(),
                await db.Memberships.Where(fact => fact.PersonId == site.People.Member).Select(fact => fact.BodyId).SingleAsync()
            )
        );
        _values["people/office"] = [$"{site.People.OfficerOffice:D}"];
        _values["people/kind"] = ["holding"];
        _values["people/entry"] = [$"{holding:D}", $"{declared.ShouldBeOfType<RegisterChange.Done>().Id:D}"];
        _values["people/ward"] = [$"{site.People.EastWard:D}"];
        _values["people/body"] = [$"{body:D}"];
        var arranged = await site.DoAsync<ComityDb, Guid>(db =>
            db.Arrangements.Where(one => one.Key == ArrangementKeys.PauseForMember).Select(one => one.Id).SingleAsync()
        );
        _values["arrangements/entry"] = [$"{stated.ShouldBeOfType<RegisterChange.Done>().Id:D}", $"{arranged:D}"];
        _values["arrangements/key"] = ["extension", "pause-for-member", "closure-days", "reply-time", "concern-without-a-way"];
        _values["arrangements/duty"] = ["director"];
    }

    /// <summary>What pages of work tools are about: a saved view and a template; whose patterns are looked at.</summary>
    private async Task KeepWorkToolsAsync(Site site)
    {
        var member = await site.ViewerAsync(site.People.Member);
        await site.DoAsync<SavedViews, string?>(views => views.SaveAsync(member, "Overdue", "overdue=true", default));
        var view = await site.DoAsync<ComityDb, Guid>(db => db.SavedViews.Select(one => one.Id).SingleAsync());
        var clerk = await site.ViewerAsync(site.People.Clerk);
        var kept = await site.DoAsync<KeepTemplate, RegisterChange>(keep =>
            keep.ExecuteAsync(new(null, null, TemplateUse.Reply, "A first word", "Dear {member}, it is done.", 0), clerk, default)
        );
        _values["find/view"] = [$"{view:D}"];
        _values["templates/template"] = [$"{kept.ShouldBeOfType<RegisterChange.Done>().Id:D}"];
        _values["patterns/member"] = [$"{site.People.Member:D}"];
    }

    private static async Task AdviseAsync(Site site)
    {
        var officer = await site.ViewerAsync(site.People.MonitoringOfficer);
        var given = await site.DoAsync<MakeRuling, RegisterChange>(make =>
            make.ExecuteAsync(
                officer,
                new()
                {
                    Title = "Visits to a school",
                    Act = "visit-school",
                    By = "officer",
                    Effect = RulingEffect.NotPermitted,
                    Answer = "Ask the head teacher first.",
                    Reasons = "A school is not the council’s office.",
                    From = site.Clock.Today(),
                }
            )
        );
        given.ShouldBeOfType<RegisterChange.Done>();
    }

    private static async Task<string> TellAsync(Site site)
    {
        var officer = await site.ViewerAsync(site.People.Officer);
        var told = await site.DoAsync<TellMembers, NewsResult>(tell =>
            tell.ExecuteAsync(
                new()
                {
                    Kind = NewsKind.All[0],
                    Title = "A barrier in Mill Lane",
                    Words = "Say what you think of it by the end of May.",
                    Wards = [site.People.EastWard],
                    Invites = true,
                    HappensOn = site.Clock.Today().AddDays(9),
                    Place = "The library",
                },
                officer,
                default
            )
        );
        return told.ShouldBeOfType<NewsResult.Told>().Reference;
    }

    private static async Task<string> GiveAdviceAsync(Site site)
    {
        var officer = await site.ViewerAsync(site.People.Officer);
        var given = await site.DoAsync<GiveAdvice, AdviceResult>(give =>
            give.ExecuteAsync(
                new()
                {
                    Subject = "A barrier in Mill Lane",
                    MemberIds = [site.People.Member],
                    Words = new()
                    {
                        Analysis = "The lane is four metres wide.",
                        Views = "One councillor would rather have a sign.",
                        Recommendation = "Put up the barrier.",
                        About = AdviceRules.CouncilBusiness,
                        IsOwn = true,
                    },
                },
                officer,
                default
            )
        );
        return given.ShouldBeOfType<AdviceResult.Written>().Reference;
    }

    private static async Task<string> MeetAsync(Site site)
    {
        var member = await site.ViewerAsync(site.People.Member);
        var asked = await site.DoAsync<AskToMeet, AskOfficerResult>(ask =>
            ask.ExecuteAsync(
                new(
                    new() { Kind = MeetingKind.Talk, Minutes = 30 },
                    site.People.Highways,
                    "The barrier in Mill Lane",
                    "Any morning.",
                    Capacity.Council,
                    null
                ),
                member,
                default
            )
        );
        var reference = asked.ShouldBeOfType<AskOfficerResult.Asked>().Reference;
        var director = await site.ViewerAsync(site.People.Director);
        TimeToOffer[] times = [new(site.Clock.Now.AddDays(4), 30, "Room 4"), new(site.Clock.Now.AddDays(5), 30, "Room 4")];
        await site.DoAsync<OfferTimes, ActResult>(offer => offer.ExecuteAsync(new(new(reference, 1), times, null), director, default));
        var first = await site.DoAsync<ComityDb, Guid>(db =>
            db.OfferedTimes.OrderBy(time => time.Start).Select(time => time.Id).FirstAsync()
        );
        var agreed = await site.DoAsync<AgreeTime, ActResult>(agree => agree.ExecuteAsync(new(new(reference, 2), first), member, default));
        agreed.ShouldBeOfType<ActResult.Done>();
        return reference;
    }

    /// <summary>An email of somebody whom nobody knows.</summary>
    private static async Task<string> HoldEmailAsync(Site site)
    {
        byte[] letter =
        [
            .. IncomingBytes.Heading(["council@example.org"]),
            .. "From: Pat <pat@example.net>\nTo: council@example.org\nCc: bo@example.org\nSubject: The lane\n\nIt floods when it rains: https://www.example.org/a-very-long-address/that-breaks-nowhere/and-would-push-the-page-wide\n"u8,
        ];
        await site.DoAsync<KeepMail, bool>(async keep =>
        {
            await keep.ExecuteAsync(letter, default);
            return true;
        });
        var id = await site.DoAsync<ComityDb, Guid>(db => db.IncomingMail.Select(mail => mail.Id).SingleAsync());
        await site.DoAsync<PlaceMail, bool>(async place =>
        {
            await place.ExecuteAsync(id, default);
            return true;
        });
        return $"{id:D}";
    }

    private static Task<List<string>> FilesAsync(Site site) =>
        site.DoAsync<ComityDb, List<string>>(db => db.Attachments.Select(file => file.Id.ToString()).ToListAsync());

    private static async Task<MatterAt> AskAsync(Site site, string subject, Func<AskOfficerRequest, AskOfficerRequest>? change = null)
    {
        var request = new AskOfficerRequest
        {
            Kind = EnquiryKind.Enquiry,
            Subject = subject,
            Question =
                "When will it be seen to? https://www.example.org/a-very-long-address/that-breaks-nowhere/and-would-push-the-page-wide",
            ServiceAreaId = site.People.Highways,
            WardId = site.People.EastWard,
            Capacity = Capacity.WardRepresentative,
            MemberId = site.People.Member,
        };
        var member = await site.ViewerAsync(site.People.Member);
        var result = await site.DoAsync<AskOfficer, AskOfficerResult>(ask =>
            ask.ExecuteAsync(change?.Invoke(request) ?? request, member, default)
        );
        return new MatterAt(result.ShouldBeOfType<AskOfficerResult.Asked>().Reference, 1);
    }

    private static async Task AsOfficerAsync<TAct>(Site site, Func<TAct, Viewer, Task<ActResult>> act)
        where TAct : notnull
    {
        var officer = await site.ViewerAsync(site.People.Officer);
        (await site.DoAsync<TAct, ActResult>(service => act(service, officer))).ShouldBeOfType<ActResult.Done>();
    }

    private static async Task<Guid> DraftAsync(Site site)
    {
        var member = await site.ViewerAsync(site.People.Member);
        return await site.DoAsync<Drafts, Guid>(drafts =>
            drafts.StartAsync(
                member,
                new DraftAnswers
                {
                    Kind = EnquiryKind.Enquiry.Key,
                    Subject = "Bus shelter glass",
                    Question = "When will it be replaced?",
                    ServiceAreaId = site.People.Highways,
                    WardId = site.People.EastWard,
                    Capacity = nameof(Capacity.WardRepresentative),
                    ConstituentBasis = "",
                },
                default
            )
        );
    }

    private static Task<int> ArrangePausesAsync(Site site) =>
        site.DoAsync<ComityDb, int>(db =>
        {
            foreach (var key in new[] { ArrangementKeys.PauseForMember, ArrangementKeys.PublicFigures })
            {
                db.Arrangements.Add(
                    new Arrangement
                    {
                        Id = Guid.CreateVersion7(),
                        Key = key,
                        Value = "yes",
                        AuthorPersonId = site.People.MonitoringOfficer,
                        Minute = "Council 12 March 2026, minute 41",
                        From = new DateOnly(2026, 3, 12),
                        RecordedAt = site.Clock.Now,
                    }
                );
            }

            return db.SaveChangesAsync();
        });
}
