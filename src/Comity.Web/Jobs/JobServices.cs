namespace Comity.Web.Jobs;

internal static class JobServices
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddScoped<IDueJob, CouncilRefresh>();
        services.AddScoped<IDueJob, MailArrivals>();
        services.AddScoped<IDueJob, MailDelivery>();
        services.AddScoped<IDueJob, MailDisposal>();
        services.AddScoped<IDueJob, EnquiryClock>();
        services.AddScoped<IDueJob, LapsedFees>();
        services.AddSingleton<LastCounted>();
        services.AddScoped<IDueJob, DatesCountedAgain>();
        services.AddScoped<IDueJob, ConcernsInHand>();
        services.AddScoped<IDueJob, ReportsLeft>();
        services.AddScoped<IDueJob, ConcernsWatchedOver>();
        services.AddScoped<IDueJob, ReadsInOrder>();
        services.AddScoped<IDueJob, NewsForLaterMembers>();
        services.AddScoped<IDueJob, WordsOfFiles>();
        services.AddSingleton<JobHost>();
        services.AddHostedService(provider => provider.GetRequiredService<JobHost>());
        services.AddHostedService<KeyChange>();
    }
}
