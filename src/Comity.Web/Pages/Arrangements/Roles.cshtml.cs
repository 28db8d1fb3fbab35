using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Setup;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.People;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Arrangements;

/// <summary>Which of its own offices the council means by each role of its protocol.</summary>
public sealed class RolesModel(ComityDb db, CouncilOnDate council, Library library, CurrentViewer current) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool MayKeep { get; private set; }

    public sealed record Line(SetUpQuestion Question, IReadOnlyList<string> Stated, IReadOnlyList<string> People, string? By);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = current.Today;
        MayKeep = (await current.GetAsync(cancellationToken)).MayKeepRegister();
        var read = await library.OnAsync(today, cancellationToken);
        var stated = await (
            from fact in council.Facts<RoleEquivalence>(today)
            join person in db.People on fact.StatedByPersonId equals person.Id into authors
            from author in authors.DefaultIfEmpty()
            orderby fact.Role
            select new { fact, Author = author == null ? "Comity" : author.FullName }
        ).ToListAsync(cancellationToken);
        var lines = new List<Line>();
        foreach (var question in SetUpQuestions.Of(read.Vocabulary, read.File))
        {
            var own = stated.Where(one => one.fact.Duty == question.Duty).ToList();
            lines.Add(
                new Line(
                    question,
                    [.. own.Select(one => read.Vocabulary.Roles.TryGetValue(one.fact.Role, out var role) ? role.Label : one.fact.Role)],
                    [
                        .. (await council.HoldersOfRoleAsync(question.Duty, today, cancellationToken))
                            .Select(held => $"{held.PersonName} ({held.Title})")
                            .Distinct(),
                    ],
                    own.Count == 0
                        ? null
                        : string.Join(
                            "; ",
                            own.Select(one =>
                                    $"{one.Author}, {InWords.Days(one.fact)} ({one.fact.Minute ?? "when the council was set up"})"
                                )
                                .Distinct()
                        )
                )
            );
        }

        Lines = lines;
    }
}
