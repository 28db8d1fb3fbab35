using System.Text;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Walls;

/// <summary>A matter that the walk tries to reach, and the words of it that nobody without a grant may meet anywhere.</summary>
internal sealed record WalledMatter(string Name, string Reference, Guid FileId, Guid DraftId, bool HasResident, IReadOnlyList<string> Words)
{
    /// <summary>A matter that was never there: what everybody without a grant must get is what this gives.</summary>
    public static WalledMatter NeverThere() =>
        new("never there", PublicReference.New().Value, Guid.CreateVersion7(), Guid.CreateVersion7(), false, []);

    public static async Task<IReadOnlyList<WalledMatter>> AskAsync(WiganCouncil council)
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
        return
        [
            await AskAsync(council, draft, "indexed", isSealed: false, withResident: false),
            await AskAsync(council, draft, "sealed", isSealed: true, withResident: false),
            await AskAsync(council, draft, "with a resident", isSealed: false, withResident: true),
        ];
    }

    private static async Task<WalledMatter> AskAsync(WiganCouncil council, Guid draft, string name, bool isSealed, bool withResident)
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
        };
        var reference = await council.AskedAsync(request =>
            request with
            {
                Subject = words["subject"],
                Question = words["question"],
                Sealed = isSealed,
                Files = [new IncomingFile(words["file"], Encoding.ASCII.GetBytes(words["bytes"]))],
                Constituent = withResident ? new ConstituentDetails(words["resident"], null, null, true, "The person asked for it.") : null,
            }
        );
        var owner = await council.ViewerAsync(council.People.Officer);
        (
            await council.DoAsync<AddNote, EnquiryActResult>(act =>
                act.ExecuteAsync(new(new EnquiryAt(reference, 1), words["note"]), owner, default)
            )
        ).ShouldBeOfType<EnquiryActResult.Done>();
        var file = await council.ReadAsync(db =>
            (
                from attachment in db.Attachments
                join matter in db.Matters on attachment.MatterId equals matter.Id
                where matter.Reference == reference
                select attachment.Id
            ).SingleAsync()
        );
        return new WalledMatter(
            name,
            reference,
            file,
            draft,
            withResident,
            [reference, file.ToString("D"), "Pellucid", "Gossamer", .. words.Values]
        );
    }
}
