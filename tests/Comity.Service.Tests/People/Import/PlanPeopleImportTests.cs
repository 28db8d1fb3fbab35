using System.Text;
using System.Text.RegularExpressions;
using Comity.Service.People.Import;
using Comity.Service.Storage;
using Comity.Testing;

namespace Comity.Service.Tests.People.Import;

public partial class PlanPeopleImportTests
{
    private const string BadFiles = "tests/Comity.Service.Tests/People/Import/bad";

    public static TheoryData<string> Bad => [.. Checkout.Files(BadFiles, ".txt").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Fact]
    public void Bad_files_are_found() => Bad.Count.ShouldBeGreaterThanOrEqualTo(24);

    [Theory, MemberData(nameof(Bad))]
    public async Task Try_a_bad_file_reports_every_bad_line_and_writes_nothing(string name)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        var parts = Checkout.Read($"{BadFiles}/{name}.txt").Split("---\n");
        var expected = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var plan = await PlanAsync(db, parts[0]);

        plan.Problems.Count.ShouldBe(expected.Length, string.Join('\n', plan.Problems));
        foreach (var (problem, line) in plan.Problems.Zip(expected))
        {
            $"{problem.Line} {problem.Column}: {problem.Message}".ShouldStartWith(line);
        }

        plan.CanImport.ShouldBeFalse();
        plan.Changes.ShouldBeEmpty();
        db.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task Try_the_documented_example_has_no_problem_and_names_what_is_new()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();

        var plan = await PlanAsync(db, Checkout.Read("docs/example-people.csv"));

        plan.Problems.ShouldBeEmpty();
        plan.Added.ShouldBe(10);
        plan.NewWards.ShouldBe(["Castle", "Mill Hill"]);
        plan.NewGroups.ShouldBe(["Brackenford Independents", "Progress Group"]);
        plan.NewCommittees.ShouldBe(["Full Council", "Planning Committee"]);
        plan.NewServices.ShouldBe([("Environment", "Place"), ("Legal", null), ("Place", null), ("Waste", "Environment")]);
    }

    [Fact]
    public async Task Try_two_chief_executives_warns_and_names_both()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();

        var plan = await PlanAsync(
            db,
            "name,email,kind,office,role\nAnn Reed,a@c.example,officer,Chief Executive,chief-executive\nBen Okoro,b@c.example,officer,Chief Executive,Chief Executive\n"
        );

        plan.CanImport.ShouldBeTrue();
        plan.Warnings.ShouldContain(warning =>
            warning.Line == 3 && warning.Column == "role" && warning.Message.Contains("Ann Reed, Ben Okoro", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Try_an_address_that_belongs_to_another_key_is_a_problem()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        made.Person("Ann Reed").ImportKey = "1";
        made.Person("Ben Okoro").ImportKey = "2";
        await made.SaveAsync();

        var plan = await PlanAsync(db, "name,email,key,kind,office\nAnn Reed,ben.okoro@council.example,1,officer,Planner\n");

        var problem = plan.Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((2, "email"));
        problem.Message.ShouldContain("belongs to Ben Okoro in the register, the key to Ann Reed");
    }

    [Fact]
    public async Task Try_a_namesake_under_another_address_warns()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        var made = new SmallCouncil(db);
        made.Person("Ann Reed");
        await made.SaveAsync();

        var plan = await PlanAsync(db, "name,email,kind,office\nann reed,other@c.example,officer,Planner\n");

        plan.Warnings.ShouldContain(warning => warning.Line == 2 && warning.Column == "name" && warning.Message.Contains("already"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_utf8_with_or_without_a_byte_order_mark_keeps_every_letter(bool mark)
    {
        var bytes = new UTF8Encoding(mark)
            .GetPreamble()
            .Concat(Encoding.UTF8.GetBytes("name,email,kind\nZoë Ní Dhomhnaill,z@c.example,member\n"));

        var file = await PeopleFileReader.ReadAsync(new MemoryStream([.. bytes]), PeopleFileEncoding.Utf8);

        file.Problems.ShouldBeEmpty();
        file.Rows.ShouldHaveSingleItem()["name"].ShouldBe("Zoë Ní Dhomhnaill");
    }

    [Fact]
    public async Task Read_windows_1252_offers_it_and_reads_it_when_chosen()
    {
        var text = "name,email,kind\nZoë “Bee” Hall,z@c.example,member\n";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

        var refused = await PeopleFileReader.ReadAsync(new MemoryStream(bytes), PeopleFileEncoding.Utf8);
        var chosen = await PeopleFileReader.ReadAsync(new MemoryStream(bytes), PeopleFileEncoding.Windows1252);

        refused.OfferWindows1252.ShouldBeTrue();
        refused.Problems.ShouldHaveSingleItem().Message.ShouldContain("Windows-1252");
        chosen.Problems.ShouldBeEmpty();
        chosen.Rows.ShouldHaveSingleItem()["name"].ShouldBe("Zoë “Bee” Hall");
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Read_other_separators_as_well(string separator)
    {
        var bytes = Encoding.UTF8.GetBytes($"name{separator}email{separator}kind\nAnn, Lady Reed{separator}a@c.example{separator}member\n");

        var file = await PeopleFileReader.ReadAsync(new MemoryStream(bytes), PeopleFileEncoding.Utf8);

        file.Rows.ShouldHaveSingleItem()["name"].ShouldBe("Ann, Lady Reed");
    }

    [Fact]
    public async Task Read_more_than_the_limit_stops_and_says_so()
    {
        var line = Encoding.UTF8.GetBytes($"{new string('x', 900)},a@c.example,member\n");
        await using var endless = new MemoryStream();
        endless.Write("name,email,kind\n"u8);
        while (endless.Length <= PeopleFileLimits.Bytes)
        {
            endless.Write(line);
        }

        endless.Position = 0;

        var file = await PeopleFileReader.ReadAsync(endless, PeopleFileEncoding.Utf8);

        file.Problems[^1].Message.ShouldContain("larger than 5 MB");
    }

    [Fact]
    public void Every_column_is_documented()
    {
        var documented = ColumnLine().Matches(Checkout.Read("docs/import.md")).Select(match => match.Groups[1].Value).ToList();

        documented.ShouldBe(PeopleColumns.All);
    }

    private static Task<PeopleImportPlan> PlanAsync(ComityDb db, string text) =>
        new PlanPeopleImport(db, new FixedClock()).ExecuteAsync(
            new PlanPeopleImportRequest(new MemoryStream(Encoding.UTF8.GetBytes(text)), PeopleFileEncoding.Utf8, ImportRoles.Some)
        );

    [GeneratedRegex(@"^\| `([a-z ]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ColumnLine();
}
