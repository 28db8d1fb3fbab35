using System.Text;
using Comity.Service.People;
using Comity.Service.People.Import;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.People.Import;

public class ImportPeopleTests
{
    private static readonly DateOnly Today = new(2026, 4, 2);

    [Theory, EveryDatabase]
    public async Task Import_the_documented_example_makes_the_council_and_a_second_time_changes_nothing(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var text = Checkout.Read("docs/example-people.csv");

        (await ImportAsync(desk, text)).ShouldBeOfType<ImportPeopleResult.Imported>().Plan.Added.ShouldBe(10);
        desk.Db.ChangeTracker.Clear();
        var again = await PlanAsync(desk, text);

        again.Problems.ShouldBeEmpty();
        again.Changes.Where(change => !change.IsSame).SelectMany(change => change.Steps).ShouldBeEmpty();
        again.Unchanged.ShouldBe(10);
        again.HasNewNames.ShouldBeFalse();
        var holders = new RouteHolders(desk.Council, desk.Tokens);
        var grey = await PersonAsync(desk, "Ottoline Grey");
        (await NamesAsync(desk, await holders.FindAsync("line-manager", grey, Today))).ShouldBe(["Callum Petrie"]);
        (await NamesAsync(desk, await holders.FindAsync("assistant-director", grey, Today))).ShouldBe(["Winifred Soames"]);
        (await NamesAsync(desk, await holders.FindAsync("director", grey, Today))).ShouldBe(["Desmond Achebe"]);
        (await NamesAsync(desk, await holders.FindAsync("monitoring-officer", null, Today))).ShouldBe(["Bronwen Fairweather"]);
        (await NamesAsync(desk, await holders.FindAsync("ward-members", await PersonAsync(desk, "Noor Chaudhry"), Today))).ShouldBe([
            "Ifor Penhaligon",
            "Noor Chaudhry",
        ]);
        (await desk.Db.RecordEntries.CountAsync(entry => entry.Kind == "person-imported")).ShouldBe(10);
        (await desk.Db.RecordEntries.CountAsync(entry => entry.Kind == "people-imported")).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Import_changes_shows_each_difference_first_and_keeps_history(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var text = Checkout.Read("docs/example-people.csv");
        await ImportAsync(desk, text);
        desk.Db.ChangeTracker.Clear();
        var changed = text.Replace("Ottoline Grey", "Ottoline Grey-Hughes", StringComparison.Ordinal)
            .Replace("Mill Hill,Progress Group,contact", "Castle,Progress Group,leader", StringComparison.Ordinal)
            .Replace("Environment,P-0004", "Environment,w.soames@brackenford.example", StringComparison.Ordinal)
            .Replace(
                "2023-05-09,2027-05-10,Full Council; Planning Committee: chairman",
                "2023-05-09,2026-04-30,Full Council",
                StringComparison.Ordinal
            );

        var plan = await PlanAsync(desk, changed);
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        (await ImportAsync(desk, changed)).ShouldBeOfType<ImportPeopleResult.Imported>();
        desk.Db.ChangeTracker.Clear();

        plan.Changed.ShouldBe(3);
        var said = plan
            .Changes.SelectMany(change => change.Steps.Select(step => $"{change.Row.Name}: {step.What}: {step.Before} > {step.After}"))
            .ToList();
        said.ShouldContain("Ottoline Grey-Hughes: name: Ottoline Grey > Ottoline Grey-Hughes");
        said.ShouldContain("Ottoline Grey-Hughes: line manager: Callum Petrie > Winifred Soames");
        said.ShouldContain("Ifor Penhaligon: term as Member for Mill Hill: 2023-05-09 to 2027-05-10 > 2023-05-09 to 2026-04-30");
        said.ShouldContain("Ifor Penhaligon: committee: Planning Committee (chairman) > ");
        said.ShouldContain("Noor Chaudhry: office: Member for Mill Hill > ");
        said.ShouldContain("Noor Chaudhry: group: Progress Group (contact) > ");
        var noor = await PersonAsync(desk, "Noor Chaudhry");
        (await desk.Council.OfficesOfAsync(Guid.Parse(noor), Today.AddDays(-1)))
            .ShouldHaveSingleItem()
            .Title.ShouldBe("Member for Mill Hill");
        (await desk.Council.OfficesOfAsync(Guid.Parse(noor), Today)).ShouldHaveSingleItem().Title.ShouldBe("Member for Castle");
        (await PlanAsync(desk, changed)).Unchanged.ShouldBe(10);
    }

    [Fact]
    public async Task Import_a_promotion_in_one_file_hands_the_post_and_its_duties_on()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);
        const string head = "name,email,kind,office,role,line manager\n";
        await ImportAsync(
            desk,
            head
                + "Ann Reed,a@c.example,officer,Head of Waste,head-of-service,\nBen Okoro,b@c.example,officer,Waste Officer,officer,a@c.example\n"
        );
        desk.Db.ChangeTracker.Clear();
        var office = await desk.Db.Offices.SingleAsync(one => one.Title == "Head of Waste");

        await ImportAsync(
            desk,
            head
                + "Ann Reed,a@c.example,officer,Director of Place,director,\nBen Okoro,b@c.example,officer,Head of Waste,head-of-service,a@c.example\n"
        );
        desk.Db.ChangeTracker.Clear();

        (await desk.Council.ActingInAsync([office.Id], Today.AddDays(-1))).ShouldBeEmpty();
        (await desk.Council.ActingInAsync([office.Id], Today)).ShouldHaveSingleItem().PersonName.ShouldBe("Ben Okoro");
        (await desk.Council.LineManagersOfOfficeAsync(office.Id, Today)).ShouldHaveSingleItem().Title.ShouldBe("Director of Place");
    }

    [Fact]
    public async Task Import_new_names_without_agreement_writes_nothing()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);
        var text = Checkout.Read("docs/example-people.csv");
        var plan = await PlanAsync(desk, text);

        var result = await new ImportPeople(desk.Db, desk.Writes).ExecuteAsync(
            desk.Clerk,
            new(Stream(text), PeopleFileEncoding.Utf8, ImportRoles.Some, plan.Fingerprint, MakeNew: false)
        );

        result.ShouldBeOfType<ImportPeopleResult.Refused>();
        await using var db = desk.OpenAnother();
        (await db.People.CountAsync()).ShouldBe(1);
        (await db.RecordEntries.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Import_after_the_register_has_changed_is_refused_and_shows_the_new_plan()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);
        const string text = "name,email,kind,office\nAnn Reed,a@c.example,officer,Planner\n";
        var shown = await PlanAsync(desk, text);
        await new SavePerson(desk.Db, desk.Writes).ExecuteAsync(desk.Clerk, new(null, "Anne Reed", "a@c.example", null));
        desk.Db.ChangeTracker.Clear();

        var result = await new ImportPeople(desk.Db, desk.Writes).ExecuteAsync(
            desk.Clerk,
            new(Stream(text), PeopleFileEncoding.Utf8, ImportRoles.Some, shown.Fingerprint, MakeNew: true)
        );

        result.ShouldBeOfType<ImportPeopleResult.Changed>().Plan.Changed.ShouldBe(1);
        (await desk.Db.People.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Export_then_import_changes_nothing_and_no_cell_is_a_formula()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);
        var text = Checkout.Read("docs/example-people.csv").Replace("Head of Waste", "=HYPERLINK(\"\"x\"\")", StringComparison.Ordinal);
        text = text.Replace(",=HYPERLINK(\"\"x\"\"),", ",\"=HYPERLINK(\"\"x\"\")\",", StringComparison.Ordinal);
        await ImportAsync(desk, text);
        desk.Db.ChangeTracker.Clear();
        await using var file = new MemoryStream();

        var rows = await new ExportPeople(desk.Db, desk.Council).ExecuteAsync(new(file, Today));
        file.Position = 0;
        var plan = await new PlanPeopleImport(desk.Db, desk.Clock).ExecuteAsync(new(file, PeopleFileEncoding.Utf8, ImportRoles.Some));

        rows.ShouldBe(11);
        Encoding.UTF8.GetString(file.ToArray()).ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        plan.Problems.ShouldBeEmpty();
        plan.Changes.SelectMany(change => change.Steps.Select(step => $"{change.Row.Name}: {step.What}: {step.Before} > {step.After}"))
            .Where(said => !said.StartsWith("Cleo Clerk: key", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Task<PeopleImportPlan> PlanAsync(RegisterDesk desk, string text) =>
        new PlanPeopleImport(desk.Db, desk.Clock).ExecuteAsync(new(Stream(text), PeopleFileEncoding.Utf8, ImportRoles.Some));

    private static async Task<ImportPeopleResult> ImportAsync(RegisterDesk desk, string text)
    {
        var plan = await PlanAsync(desk, text);
        plan.Problems.ShouldBeEmpty();
        return await new ImportPeople(desk.Db, desk.Writes).ExecuteAsync(
            desk.Clerk,
            new(Stream(text), PeopleFileEncoding.Utf8, ImportRoles.Some, plan.Fingerprint, MakeNew: true)
        );
    }

    private static async Task<string> PersonAsync(RegisterDesk desk, string name) =>
        $"{await desk.Db.People.Where(person => person.FullName == name).Select(person => person.Id).SingleAsync():N}";

    private static async Task<List<string>> NamesAsync(RegisterDesk desk, IReadOnlyList<Guid> people)
    {
        var names = await desk
            .Db.People.Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.FullName);
        return [.. people.Select(id => names[id])];
    }
}
