using Comity.Service.Advising;
using Comity.Service.Appointments;
using Comity.Service.Information;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Service.WardInformation;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Hosting;

/// <summary>Matters in the states in which their pages have forms: things asked for, advice, a meeting, news, an email that is held.</summary>
internal sealed class HostileStages(WiganCouncil council)
{
    /// <summary>The references of matters in which something is asked for: found, in doubt, refused, to be looked at again, let out.</summary>
    public async Task<IReadOnlyList<string>> InformationAsync()
    {
        var open = await ItemAsync();
        var found = await ItemAsync();
        await FindAsync(found);
        var doubted = await ItemAsync();
        await OfficerAsync<RaiseDoubt>(
            (act, officer) => act.ExecuteAsync(new(At(doubted, 2), 1, RaiseDoubt.WhetherToRelease, "Is it ours?"), officer, default)
        );
        var refused = await RefusedAsync();
        var again = await RefusedAsync();
        var member = await council.ViewerAsync(council.People.Member);
        (
            await council.DoAsync<AskReview, ActResult>(act =>
                act.ExecuteAsync(new(At(again, 5), 1, "I sit on the committee."), member, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
        var letOut = await ItemAsync();
        await FindAsync(letOut, ("available-to-anyone", "yes"));
        await DecideAsync(letOut, ItemOutcome.All, new ItemRuling([], "", "", "It does no harm, and it helps."));
        return [open, found, doubted, refused, again, letOut];
    }

    /// <summary>A request that counts under the Freedom of Information Act as well.</summary>
    public async Task<string> ByLawAsync()
    {
        var reference = await ItemAsync();
        await OfficerAsync<CountUnderAct>((act, officer) => act.ExecuteAsync(new(At(reference, 2), "foia"), officer, default));
        return reference;
    }

    public async Task<string> AdviceAsync()
    {
        var officer = await council.ViewerAsync(council.People.Officer);
        var given = await council.DoAsync<GiveAdvice, AdviceResult>(give =>
            give.ExecuteAsync(
                new()
                {
                    Subject = "A barrier in Mill Lane",
                    MemberIds = [council.People.Member],
                    Words = new()
                    {
                        Analysis = "The lane is four metres wide.",
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

    /// <summary>A meeting for which no time has been offered yet, and one for which two have.</summary>
    public async Task<IReadOnlyList<string>> MeetingsAsync()
    {
        var (asked, offered) = (await AskToMeetAsync(), await AskToMeetAsync());
        var director = await council.ViewerAsync(council.People.Director);
        var now = council.App.Clock.Now;
        TimeToOffer[] times = [new(now.AddDays(4), 30, "Room 4"), new(now.AddDays(5), 30, "Room 4")];
        (
            await council.DoAsync<OfferTimes, ActResult>(offer => offer.ExecuteAsync(new(At(offered, 1), times, null), director, default))
        ).ShouldBeOfType<ActResult.Done>();
        return [asked, offered];
    }

    public async Task<string> NewsAsync()
    {
        var officer = await council.ViewerAsync(council.People.Officer);
        var told = await council.DoAsync<TellMembers, NewsResult>(tell =>
            tell.ExecuteAsync(
                new()
                {
                    Kind = NewsKind.All[0],
                    Title = "A barrier in Mill Lane",
                    Words = "Say what you think of it by the end of May.",
                    Wards = [council.People.EastWard],
                },
                officer,
                default
            )
        );
        return told.ShouldBeOfType<NewsResult.Told>().Reference;
    }

    /// <summary>An email of somebody whom nobody knows.</summary>
    public async Task<Guid> EmailAsync()
    {
        byte[] letter =
        [
            .. IncomingBytes.Heading(["council@example.org"]),
            .. "From: Pat <pat@example.net>\nTo: council@example.org\nSubject: The lane\n\nIt floods when it rains.\n"u8,
        ];
        await council.DoAsync<KeepMail, bool>(async keep =>
        {
            await keep.ExecuteAsync(letter, default);
            return true;
        });
        var id = await council.ReadAsync(db => db.IncomingMail.Select(mail => mail.Id).SingleAsync());
        await council.DoAsync<PlaceMail, bool>(async place =>
        {
            await place.ExecuteAsync(id, default);
            return true;
        });
        return id;
    }

    private async Task<string> AskToMeetAsync()
    {
        var member = await council.ViewerAsync(council.People.Member);
        var asked = await council.DoAsync<AskToMeet, AskOfficerResult>(ask =>
            ask.ExecuteAsync(
                new(
                    new() { Kind = MeetingKind.Talk, Minutes = 30 },
                    council.People.Highways,
                    "The barrier in Mill Lane",
                    "Any morning.",
                    Capacity.Council,
                    null
                ),
                member,
                default
            )
        );
        return asked.ShouldBeOfType<AskOfficerResult.Asked>().Reference;
    }

    private async Task<string> ItemAsync()
    {
        var reference = await council.AskedAsync();
        await OfficerAsync<AddItems>((act, officer) => act.ExecuteAsync(new(At(reference, 1), "The plan of the lights"), officer, default));
        return reference;
    }

    private Task FindAsync(string reference, params (string Fact, string Value)[] facts) =>
        OfficerAsync<FindItem>(
            (act, officer) =>
                act.ExecuteAsync(
                    new(
                        At(reference, 2),
                        1,
                        new ItemFindings { Holding = ItemFindings.Held, Facts = facts.ToDictionary(one => one.Fact, one => one.Value) },
                        new()
                    ),
                    officer,
                    default
                )
        );

    private async Task<string> RefusedAsync()
    {
        var reference = await ItemAsync();
        await FindAsync(reference);
        await DecideAsync(
            reference,
            ItemOutcome.Refused,
            new ItemRuling(["no-need"], "Nothing that was said shows why a member would need to see it.", "", "")
        );
        return reference;
    }

    private async Task DecideAsync(string reference, ItemOutcome outcome, ItemRuling ruling)
    {
        await OfficerAsync<DecideItem>(
            (act, officer) => act.ExecuteAsync(new(At(reference, 3), 1, outcome, ruling, false), officer, default)
        );
        await OfficerAsync<ReplyToEnquiry>(
            (act, officer) => act.ExecuteAsync(new(At(reference, 4), "This is decided.", []), officer, default)
        );
    }

    private static MatterAt At(string reference, int version) => new(reference, version);

    private async Task OfficerAsync<TAct>(Func<TAct, Viewer, Task<ActResult>> act)
        where TAct : notnull
    {
        var officer = await council.ViewerAsync(council.People.Officer);
        var result = await council.DoAsync<TAct, ActResult>(one => act(one, officer));
        result.ShouldBeOfType<ActResult.Done>($"{result}");
    }
}
