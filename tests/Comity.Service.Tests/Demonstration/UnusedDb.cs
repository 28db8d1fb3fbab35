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
}
