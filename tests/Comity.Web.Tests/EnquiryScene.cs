using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests;

/// <summary>A council in which one member has asked the director of housing something; a second member and a second officer have nothing to do with it.</summary>
public sealed class EnquiryScene : IAsyncDisposable
{
    public const string Subject = "Damp in the flats at Tanner Row";
    public const string Question = "When will the flats at Tanner Row be surveyed for damp?";
    public const string Resident = "Winifred Ashgrove";

    private EnquiryScene(ComityApp app) => App = app;

    public ComityApp App { get; }
    public Guid Member { get; private set; }
    public Guid OtherMember { get; private set; }
    public Guid Officer { get; private set; }
    public Guid OtherOfficer { get; private set; }
    public Guid Clerk { get; private set; }
    public Guid MonitoringOfficer { get; private set; }
    public Guid Housing { get; private set; }
    public string Reference { get; private set; } = "";

    public static async Task<EnquiryScene> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite,
        bool isSealed = false,
        ConstituentDetails? constituent = null
    )
    {
        var scene = new EnquiryScene(await ComityApp.StartAsync(kind));
        await scene.App.TakeUpAsync();
        scene.Member = await scene.App.AddPersonAsync("Ada Marsh", "member", "Councillor for Elm ward");
        scene.OtherMember = await scene.App.AddPersonAsync("Bram Holt", "member", "Councillor for Oak ward");
        scene.OtherOfficer = await scene.App.AddPersonAsync("Edie Fox", "director", "Director of Parks");
        scene.Clerk = await scene.App.AddPersonAsync("Cleo Reed", "clerk", "Head of Democratic Services");
        scene.MonitoringOfficer = await scene.App.AddPersonAsync("Mona Orr", "monitoring-officer", "Monitoring Officer");
        await scene.AddDirectorOfHousingAsync();
        scene.Reference = await scene.AskAsync(isSealed, constituent);
        return scene;
    }

    public Task<Visitor> AsAsync(Guid person) => App.SignedInAsync(person);

    public async Task<string> AskAsync(bool isSealed = false, ConstituentDetails? constituent = null)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var viewer = await services.GetRequiredService<Viewers>().OfAsync(Member, DateOnly.FromDateTime(App.Clock.Now));
        var result = await services
            .GetRequiredService<AskOfficer>()
            .ExecuteAsync(
                new AskOfficerRequest
                {
                    Kind = EnquiryKind.Enquiry,
                    Subject = Subject,
                    Question = Question,
                    ServiceAreaId = Housing,
                    Capacity = Capacity.Council,
                    Sealed = isSealed,
                    Constituent = constituent,
                    MemberId = Member,
                },
                viewer,
                CancellationToken.None
            );
        return result.ShouldBeOfType<AskOfficerResult.Asked>().Reference;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task AddDirectorOfHousingAsync()
    {
        await using var db = App.OpenDatabase();
        var from = new DateOnly(2024, 5, 1);
        var service = new ServiceArea
        {
            Id = Guid.CreateVersion7(),
            Name = "Housing",
            From = from,
        };
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            FullName = "Dora Penn",
            RecordedAt = App.Clock.Now,
        };
        var office = new Office
        {
            Id = Guid.CreateVersion7(),
            Title = "Director of Housing",
            Role = "director",
            ServiceAreaId = service.Id,
            From = from,
        };
        db.AddRange(service, person, office);
        db.Add(
            new Holding
            {
                Id = Guid.CreateVersion7(),
                OfficeId = office.Id,
                PersonId = person.Id,
                From = from,
                RecordedAt = App.Clock.Now,
            }
        );
        await db.SaveChangesAsync();
        (Housing, Officer) = (service.Id, person.Id);
    }
}
