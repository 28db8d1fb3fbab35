using Comity.Service.Mail;
using Comity.Web.Infrastructure;

namespace Comity.Web.Mail;

internal static class MailServices
{
    public static void AddMail(this IServiceCollection services, Settings settings)
    {
        services.AddHttpClient(GraphMailbox.Client).RemoveAllLoggers();
        services.AddSingleton<GraphMailbox>();
        services.AddSingleton(settings.Mail?.In is { } incoming ? new MailIn(incoming.Address, incoming.Trusted) : MailIn.None);
    }
}
