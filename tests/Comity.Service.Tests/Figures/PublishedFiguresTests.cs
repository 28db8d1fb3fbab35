using Comity.Service.Figures;

namespace Comity.Service.Tests.Figures;

/// <summary>What everybody is shown of the figures.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly Guid Roads = Guid.CreateVersion7();
    private static readonly Guid Homes = Guid.CreateVersion7();
    private static readonly Guid Parks = Guid.CreateVersion7();

    [Fact]
    public void Publish_large_numbers_says_how_many_of_how_many()
    {
        var published = Publish((Roads, 200, 182), (Homes, 50, 40));

        published.All.InTime.ShouldBe("222 of 250");
        published.ByService.Select(line => $"{line.Name}: {line.InTime}").ShouldBe(["Homes: 40 of 50", "Roads: 182 of 200"]);
        published.KeepsBack.ShouldBeFalse();
    }

    [Fact]
    public void Publish_a_service_with_few_keeps_it_and_its_nearest_back_so_that_the_total_gives_neither_away()
    {
        var published = Publish((Roads, 200, 182), (Homes, 50, 40), (Parks, 3, 2));

        published.All.Due.ShouldBe("253");
        var lines = published.ByService.ToDictionary(line => line.Name);
        (lines["Parks"].Due, lines["Parks"].InTime, lines["Parks"].Share).ShouldBe(("fewer than 5", "not shown", null));
        (lines["Homes"].Due, lines["Homes"].InTime).ShouldBe(("not shown", "not shown"));
        lines["Roads"].Due.ShouldBe("200");
        published.KeepsBack.ShouldBeTrue();
    }

    [Fact]
    public void Publish_few_late_says_at_least_and_draws_no_more_than_it_says()
    {
        var published = Publish((Roads, 200, 198), (Homes, 50, 30));

        var roads = published.ByService.Single(line => line.Name == "Roads");
        roads.InTime.ShouldBe("at least 196 of 200");
        roads.Share.ShouldBe(0.98);
        published.ByService.Single(line => line.Name == "Homes").InTime.ShouldBe("not shown");
        published.All.InTime.ShouldBe("228 of 250");
    }

    [Fact]
    public void Publish_hardly_anything_says_that_it_is_hardly_anything()
    {
        var published = Publish((Roads, 2, 2));

        published.All.Due.ShouldBe("fewer than 5");
        published.All.InTime.ShouldBe("not shown");
        published.ByService.Single().Due.ShouldBe("not shown");
        published.MedianDays.ShouldBeNull();
    }

    private static PublishedFigures Publish(params (Guid Service, int Due, int InTime)[] services)
    {
        var read = new FiguresRead(new FiguresAsked(new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30), null));
        foreach (var (service, due, inTime) in services)
        {
            var tally = new Tally();
            tally.AddDue(due, inTime);
            read.ByService[service] = tally;
            read.All.AddDue(due, inTime);
        }

        return PublishedFigures.Of(
            read,
            new Dictionary<Guid, string>
            {
                [Roads] = "Roads",
                [Homes] = "Homes",
                [Parks] = "Parks",
            },
            kind => kind,
            "No service"
        );
    }
}
