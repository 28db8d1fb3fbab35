using System.Text;
using Comity.Service.Content;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Walls;

/// <summary>A matter that the walk tries to reach, the words of it that nobody without a grant may meet anywhere, and how each onlooker stands to it.</summary>
internal sealed record WalledMatter(string Name, string Reference, IReadOnlyList<string> Words)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid FileId { get; init; } = Guid.CreateVersion7();
    public Guid DraftId { get; init; } = Guid.CreateVersion7();
    public bool IsSealed { get; init; }
    public bool HasResident { get; init; }
    public bool IsDraft { get; init; }

    /// <summary>A concern, or the draft of one: it has pages of its own.</summary>
    public bool IsConcern { get; init; }

    /// <summary>Came about in a way that brought in somebody whom the others did not.</summary>
    public bool IsSpecial { get; init; }

    public IReadOnlyDictionary<Onlooker, Stands> Standing { get; init; } = new Dictionary<Onlooker, Stands>();

    public Stands Of(Onlooker onlooker) => Standing.GetValueOrDefault(onlooker);

    /// <summary>A matter that was never there: what everybody without a grant must get is what this gives.</summary>
    public static WalledMatter NeverThere() => new("never there", PublicReference.New().Value, []);

    public static async Task<IReadOnlyList<WalledMatter>> AskAsync(WiganCouncil council, WallPeople people)
    {
        var draft = await council.DoAsync<Drafts, Guid>(async drafts =>
            await drafts.StartAsync(
                await council.ViewerAsync(council.People.Member),
                new DraftAnswers
                {
                    Kind = "enquiry",
                    Subject = "Draftsubject Pellucid",
                    Question = "Draftwords Gossamer",
                    ServiceAreaId = council.People.Highways,
                    Capacity = "Council",
                    ConstituentBasis = "",
                },
                default
            )
        );
        var passedOn = await AskAsync(
            council,
            "passed on",
            request =>
                request with
                {
                    ServiceAreaId = people.Parks,
                    Facts = new Dictionary<string, string> { ["contact-purpose"] = "routine" },
                },
            owner: people.FormerOwner,
            also: (Onlooker.CopiedIn, Stands.Copied)
        );
        var before = await council.ViewerAsync(people.FormerOwner);
        (
            await council.DoAsync<ReassignEnquiry, ActResult>(act =>
                act.ExecuteAsync(
                    new(new MatterAt(passedOn.Reference, 3), council.People.OfficerOffice, "It is a matter of the road."),
                    before,
                    default
                )
            )
        ).ShouldBeOfType<ActResult.Done>();
        var (indexed, closed) = (
            await AskAsync(council, "indexed"),
            await AskAsync(council, "sealed", request => request with { Sealed = true })
        );
        await GrantWhatOpensNothingAsync(council, indexed);
        await GrantWhatOpensNothingAsync(council, closed);
        return
        [
            indexed,
            closed,
            await AskAsync(council, "with a resident", withResident: true),
            await AskAsync(council, "written down", by: people.Logger, also: (Onlooker.Logger, Stands.Logged)),
            passedOn,
            new WalledMatter("draft", PublicReference.New().Value, [$"{draft:D}", "Pellucid", "Gossamer"])
            {
                DraftId = draft,
                IsDraft = true,
                Standing = new Dictionary<Onlooker, Stands> { [Onlooker.Asker] = Stands.Asks },
            },
            .. await WalledConcern.RaiseAsync(council),
        ];
    }

    /// <summary>Grants that are not in force, or not of the matter itself: each leaves its holder where they stood, which is nowhere.</summary>
    private static async Task GrantWhatOpensNothingAsync(WiganCouncil council, WalledMatter matter)
    {
        var now = council.App.Clock.Now;
        await council.DoAsync<ViewerTokens, int>(async tokens =>
        {
            await using var db = council.App.OpenDatabase();
            db.Add(GrantTo(council.People.SameWardMember, Parts.Matter, now.AddDays(-2), now.AddDays(-1)));
            db.Add(GrantTo(council.People.OtherGroupMember, Parts.Matter, now.AddDays(40), null));
            db.Add(GrantTo(council.People.HousingOfficer, Parts.Content, now.AddDays(-2), null));
            return await db.SaveChangesAsync();

            Grant GrantTo(Guid person, string part, DateTime from, DateTime? until) =>
                new()
                {
                    Id = Guid.CreateVersion7(),
                    MatterId = matter.Id,
                    Part = part,
                    Token = tokens.Person(person, matter.IsSealed ? ContentClass.Sealed : ContentClass.Indexed),
                    Reason = "Opens nothing today.",
                    Source = Audience.SafeguardSource,
                    From = from,
                    Until = until,
                };
        });
    }

    private static async Task<WalledMatter> AskAsync(
        WiganCouncil council,
        string name,
        Func<AskOfficerRequest, AskOfficerRequest>? change = null,
        bool withResident = false,
        Guid? by = null,
        Guid? owner = null,
        (Onlooker Onlooker, Stands Stands)? also = null
    )
    {
        var mark = string.Concat(name.Where(char.IsLetter));
        var words = new Dictionary<string, string>
        {
            ["subject"] = $"Quillfeather{mark}",
            ["question"] = $"Marzipan{mark}",
            ["file"] = $"inkhorn{mark}.txt",
            ["bytes"] = $"Wainscot{mark}",
            ["resident"] = $"Thomasina{mark}",
            ["note"] = $"Velveteen{mark}",
            ["item"] = $"Heliotrope{mark}",
        };
        var reference = await council.AskedAsync(
            request =>
            {
                request = request with
                {
                    Subject = words["subject"],
                    Question = words["question"],
                    Files = [new IncomingFile(words["file"], Encoding.ASCII.GetBytes(words["bytes"]))],
                    Constituent = withResident
                        ? new ConstituentDetails(words["resident"], null, null, true, "The person asked for it.")
                        : null,
                };
                return change?.Invoke(request) ?? request;
            },
            by
        );
        var answers = await council.ViewerAsync(owner ?? council.People.Officer);
        (
            await council.DoAsync<AddNote, ActResult>(act =>
                act.ExecuteAsync(new(new MatterAt(reference, 1), words["note"]), answers, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
        (
            await council.DoAsync<AddItems, ActResult>(act =>
                act.ExecuteAsync(new(new MatterAt(reference, 2), words["item"]), answers, default)
            )
        ).ShouldBeOfType<ActResult.Done>();
        var (id, file, isSealed) = await council.ReadAsync(async db =>
        {
            var matter = await db.Matters.SingleAsync(matter => matter.Reference == reference);
            var attachment = await db.Attachments.SingleAsync(attachment => attachment.MatterId == matter.Id);
            return (matter.Id, attachment.Id, matter.Subject is null);
        });
        var standing = new Dictionary<Onlooker, Stands>
        {
            [Onlooker.Asker] = Stands.Asks,
            [Onlooker.Owner] = Stands.Owns,
            [Onlooker.Deputy] = Stands.Owns,
            [Onlooker.ManagerAfter] = Stands.Oversees,
        };
        if (also is { } one)
        {
            standing[one.Onlooker] = one.Stands;
        }

        return new WalledMatter(name, reference, [reference, $"{id:D}", $"{file:D}", .. words.Values])
        {
            Id = id,
            FileId = file,
            IsSealed = isSealed,
            HasResident = withResident,
            Standing = standing,
            IsSpecial = also is not null,
        };
    }
}
