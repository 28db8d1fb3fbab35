using Comity.Service.Search;
using Comity.Service.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Tests.Demonstration;

/// <summary>Takes rows and keeps them to itself.</summary>
internal sealed class UnusedDb() : ComityDb(Options)
{
    private static DbContextOptions Options { get; } =
        new DbContextOptionsBuilder()
            .UseSqlite("Data Source=:memory:")
            .UseApplicationServiceProvider(
                new ServiceCollection()
                    .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
                    .BuildServiceProvider()
            )
            .Options;

    public override IQueryable<long> TextsWith(SearchTerm term) => throw new NotSupportedException();

    public override IQueryable<Excerpt> Around(IReadOnlyList<SearchTerm> terms) => throw new NotSupportedException();
}
