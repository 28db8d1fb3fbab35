using System.Text;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Raising;
using Comity.Service.Matters;
using Comity.Service.People;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Walls;

/// <summary>
/// Two concerns for the walk, one about an officer and one about a member, and the draft of a third. Those whom they are about, their deputies, their group and
/// everybody else who hears nothing of them stand nowhere.
/// </summary>
internal static class WalledConcern
{
    public static async Task<IReadOnlyList<WalledMatter>> RaiseAsync(WiganCouncil council)
    {
        var people = council.People;
        var draft = await council.DoAsync<ConcernDrafts, Guid>(async drafts =>
        {
            var viewer = await council.ViewerAsync(people.Member);
            var id = await drafts.StartAsync(viewer, default);
            await drafts.ChangeAsync(
                id,
                viewer,
                new ConcernDraft
                {
                    About = people.OtherGroupMember,
                    Act = ConcernAct.Concern.Key,
                    WhatHappened = "Draftconcern Gossamerine",
                    PutRight = "An apology.",
                    Consents = [],
                },
                default
            );
            return id;
        });
        return
        [
            await RaiseAsync(council, "concern about an officer", people.Member, people.Officer, Onlooker.Asker),
            await RaiseAsync(council, "concern about a member", people.Officer, people.Member, Onlooker.Owner),
            new WalledMatter("draft of a concern", PublicReference.New().Value, [$"{draft:D}", "Gossamerine"])
            {
                DraftId = draft,
                IsDraft = true,
                IsConcern = true,
                Standing = new Dictionary<Onlooker, Stands> { [Onlooker.Asker] = Stands.Raises },
            },
        ];
    }

    private static async Task<WalledMatter> RaiseAsync(WiganCouncil council, string name, Guid by, Guid about, Onlooker raises)
    {
        var mark = string.Concat(name.Where(char.IsLetter));
        string[] words = [$"Marzipan{mark}", $"Tangerine{mark}", $"inkhorn{mark}.txt", $"Wainscot{mark}"];
        var viewer = await council.ViewerAsync(by);
        var draft = await council.DoAsync<ConcernDrafts, Guid>(drafts => drafts.StartAsync(viewer, default));
        var concern = new ConcernCase(ConcernAct.Concern.Key, by, about, new Dictionary<string, string>(), council.App.Clock.Today());
        var answer = await AskAsync(concern);
        string? passesOver = null;
        if (answer.Doors is [{ IsTalk: true } talk])
        {
            passesOver = talk.Stage;
            answer = await AskAsync(concern with { UnresolvedAt = passesOver });
        }

        var raised = await council.DoAsync<RaiseConcern, RaiseConcernResult>(raise =>
            raise.ExecuteAsync(
                new RaiseConcernRequest
                {
                    DraftId = draft,
                    About = about,
                    Act = concern.Act,
                    WhatHappened = words[0],
                    PutRight = words[1],
                    Files = [new IncomingFile(words[2], Encoding.ASCII.GetBytes(words[3]))],
                    PassesOver = passesOver,
                    ReasonToPassOver = passesOver is null ? null : "It was tried.",
                    Door = answer.Doors.Single().Key,
                },
                viewer,
                default
            )
        );
        var matter = raised.ShouldBeOfType<RaiseConcernResult.Raised>();
        var hearers = answer.Doors.Single().Hearers.Select(hearer => hearer.PersonId).ToList();
        hearers.ShouldBe([council.People.Manager]);
        var file = await council.ReadAsync(db =>
            db.Attachments.Where(attachment => attachment.MatterId == matter.MatterId).Select(attachment => attachment.Id).SingleAsync()
        );
        return new WalledMatter(name, matter.Reference, [matter.Reference, $"{matter.MatterId:D}", $"{file:D}", .. words])
        {
            Id = matter.MatterId,
            FileId = file,
            IsSealed = true,
            IsConcern = true,
            Standing = new Dictionary<Onlooker, Stands>
            {
                [raises] = Stands.Raises,
                [Onlooker.ManagerBefore] = Stands.Hears,
                [Onlooker.ManagerAfter] = Stands.Hears,
            },
        };

        Task<ConcernAnswer> AskAsync(ConcernCase asked) =>
            council.DoAsync<ConcernRules, ConcernAnswer>(rules => rules.AskAsync(asked, default));
    }
}
