using System.Text;
using Comity.Protocols;
using Comity.Protocols.Interviews;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.MayI;

/// <summary>The answer to what was said, with what gives it. Only beginning something with it stores anything.</summary>
public sealed class AnswerModel(Library library, CouncilOnDate council, ThisCouncil ours, Drafts drafts, ComityDb db, CurrentViewer current)
    : InterviewPageModel(library, ours, current)
{
    private Dictionary<Guid, string> _addresses = [];

    public Decision Decision => ((SettledStep)Step).Decision;

    /// <summary>Whom to ask what a clause means; empty where the council has named nobody.</summary>
    public IReadOnlyList<HeldOffice> MonitoringOfficers { get; private set; } = [];

    /// <summary>What can be begun at once with what was said.</summary>
    public EnquiryKind? Begins =>
        Viewer.Holds("member") && Decision.Outcome is not (Outcome.Forbidden or Outcome.CannotTell)
            ? EnquiryKind.All.FirstOrDefault(kind => kind.Act == Said.Act.Name)
            : null;

    public string QuestionOf(string key) =>
        key switch
        {
            "by" => "Who would do it?",
            "to" => "To whom?",
            "about" => "Who is it about?",
            _ => Vocabulary.Facts[key].Question,
        };

    public string AnswerOf(string key, string value) =>
        value.Length == 0 ? (Said.IsPlace(key) ? "Nobody in particular" : "Not known")
        : Said.IsPlace(key) ? Vocabulary.Roles[value].Label
        : Vocabulary.Facts[key].Choices.FirstOrDefault(choice => choice.Name == value)?.Label ?? value;

    /// <summary>A letter to the Monitoring Officer with the question, what was said and the answer, for the person to finish and send; null where the council has no address.</summary>
    public string? MailTo(HeldOffice officer)
    {
        if (!_addresses.TryGetValue(officer.PersonId, out var address))
        {
            return null;
        }

        var text = new StringBuilder("What does the protocol say here?\n\n").AppendLine(Said.Act.Label);
        foreach (var (key, value) in Said.Answers)
        {
            text.Append(QuestionOf(key)).Append(' ').AppendLine(AnswerOf(key, value));
        }

        text.AppendLine().Append(Explanation.InWords(Decision));
        return $"mailto:{Uri.EscapeDataString(address)}"
            + $"?subject={Uri.EscapeDataString($"{ProtocolTitle}: {Said.Act.Label}")}&body={Uri.EscapeDataString(text.ToString())}";
    }

    public async Task<IActionResult> OnGetAsync(string act, CancellationToken cancellationToken)
    {
        await LoadAsync(act, cancellationToken);
        if (Step is not SettledStep)
        {
            return Redirect(Said.Path());
        }

        MonitoringOfficers = await council.HoldersOfRoleAsync("monitoring-officer", Today, cancellationToken);
        var ids = MonitoringOfficers.Select(held => held.PersonId).ToList();
        _addresses = await db
            .People.Where(person => ids.Contains(person.Id) && person.Email != null)
            .ToDictionaryAsync(person => person.Id, person => person.Email!, cancellationToken);
        return Page();
    }

    /// <summary>Begins an enquiry with what was said here.</summary>
    public async Task<IActionResult> OnPostAsync(string act, CancellationToken cancellationToken)
    {
        await LoadAsync(act, cancellationToken);
        if (Step is not SettledStep || Begins is not { } kind)
        {
            throw new NotFoundException();
        }

        var facts = Said
            .Answers.Where(answer => !Said.IsPlace(answer.Key) && answer.Value.Length > 0)
            .ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal);
        var draft = await drafts.StartAsync(Viewer, new DraftAnswers { Kind = kind.Key, Facts = facts }, cancellationToken);
        return Redirect($"/ask/{draft:D}/rule");
    }
}
