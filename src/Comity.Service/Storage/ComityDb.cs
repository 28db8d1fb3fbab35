using Comity.Service.Accounts;
using Comity.Service.Advising;
using Comity.Service.Appointments;
using Comity.Service.Arrangements;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Watch;
using Comity.Service.Content;
using Comity.Service.Information;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Patterns;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Rulings;
using Comity.Service.Search;
using Comity.Service.Setup;
using Comity.Service.Templates;
using Comity.Service.WardInformation;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Storage;

/// <summary>One council's database. The same model on SQLite and PostgreSQL; each has a sub-class that holds its migrations.</summary>
public abstract class ComityDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Council> Councils => Set<Council>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Office> Offices => Set<Office>();
    public DbSet<Holding> Holdings => Set<Holding>();
    public DbSet<LineManagement> LineManagement => Set<LineManagement>();
    public DbSet<Ward> Wards => Set<Ward>();
    public DbSet<ServiceArea> ServiceAreas => Set<ServiceArea>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<NamedContact> NamedContacts => Set<NamedContact>();
    public DbSet<Deputy> Deputies => Set<Deputy>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<RoleEquivalence> RoleEquivalences => Set<RoleEquivalence>();
    public DbSet<ContactArrangement> ContactArrangements => Set<ContactArrangement>();
    public DbSet<DeclaredRelationship> DeclaredRelationships => Set<DeclaredRelationship>();
    public DbSet<StatedSubstitute> StatedSubstitutes => Set<StatedSubstitute>();
    public DbSet<SetUpJourney> SetUpJourneys => Set<SetUpJourney>();
    public DbSet<Arrangement> Arrangements => Set<Arrangement>();
    public DbSet<Ruling> Rulings => Set<Ruling>();
    public DbSet<AdoptedText> AdoptedTexts => Set<AdoptedText>();
    public DbSet<ProtocolAdoption> ProtocolAdoptions => Set<ProtocolAdoption>();
    public DbSet<TextEdition> TextEditions => Set<TextEdition>();
    public DbSet<DecisionTaken> Decisions => Set<DecisionTaken>();
    public DbSet<ContentItem> Contents => Set<ContentItem>();
    public DbSet<MatterKey> MatterKeys => Set<MatterKey>();
    public DbSet<Matter> Matters => Set<Matter>();
    public DbSet<MatterParty> MatterParties => Set<MatterParty>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Duty> Duties => Set<Duty>();
    public DbSet<DueEntry> DueEntries => Set<DueEntry>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<InformationItem> InformationItems => Set<InformationItem>();
    public DbSet<ItemQuestion> ItemQuestions => Set<ItemQuestion>();
    public DbSet<SearchText> SearchTexts => Set<SearchText>();
    public DbSet<News> News => Set<News>();
    public DbSet<NewsWard> NewsWards => Set<NewsWard>();
    public DbSet<NewsVersion> NewsVersions => Set<NewsVersion>();
    public DbSet<PieceOfAdvice> PiecesOfAdvice => Set<PieceOfAdvice>();
    public DbSet<AdviceVersion> AdviceVersions => Set<AdviceVersion>();
    public DbSet<AdviceRemark> AdviceRemarks => Set<AdviceRemark>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<ReplyTemplate> ReplyTemplates => Set<ReplyTemplate>();
    public DbSet<TemplateVersion> TemplateVersions => Set<TemplateVersion>();
    public DbSet<MatterLink> MatterLinks => Set<MatterLink>();
    public DbSet<PatternNote> PatternNotes => Set<PatternNote>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<OfferedTime> OfferedTimes => Set<OfferedTime>();
    public DbSet<Concern> Concerns => Set<Concern>();
    public DbSet<ConcernWatch> ConcernWatches => Set<ConcernWatch>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<RecordEntry> RecordEntries => Set<RecordEntry>();
    public DbSet<RecordHead> RecordHeads => Set<RecordHead>();
    public DbSet<SignedCheckpoint> Checkpoints => Set<SignedCheckpoint>();
    public DbSet<ReadEntry> ReadEntries => Set<ReadEntry>();
    public DbSet<ReadHead> ReadHeads => Set<ReadHead>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<ReplyAddress> ReplyAddresses => Set<ReplyAddress>();
    public DbSet<IncomingMail> IncomingMail => Set<IncomingMail>();
    public DbSet<MailWall> MailWalls => Set<MailWall>();
    public DbSet<MailboxCursor> MailboxCursors => Set<MailboxCursor>();
    public DbSet<StoredKey> StoredKeys => Set<StoredKey>();
    public DbSet<CouncilStamp> CouncilStamps => Set<CouncilStamp>();

    /// <summary>How often this context has saved: what was read before a save may be old.</summary>
    internal int Saves { get; private set; }

    /// <summary>
    /// The texts in which a term is found, by the database's own index of words: whole words, in whatever form of the word. Before any wall:
    /// <see cref="Visibility"/> comes with every use of it.
    /// </summary>
    public abstract IQueryable<long> TextsWith(SearchTerm term);

    /// <summary>What stands around the terms in each text that has one of them. Before any wall, as above.</summary>
    public abstract IQueryable<Excerpt> Around(IReadOnlyList<SearchTerm> terms);

    /// <summary>Brings the tables to what this version of Comity reads and writes. Asks first: most starts have nothing to do, and take no lock.</summary>
    public virtual async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        if (await IsBehindAsync(cancellationToken))
        {
            await Database.MigrateAsync(cancellationToken);
        }
    }

    protected async Task<bool> IsBehindAsync(CancellationToken cancellationToken) =>
        (await Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Saves++;
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Saves++;
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        builder.Entity<Account>().HasIndex(account => account.PersonId).IsUnique();
        builder.Entity<MatterParty>().HasOne<Matter>().WithMany(matter => matter.Parties).HasForeignKey(party => party.MatterId);
        builder.Entity<Grant>().HasOne<Matter>().WithMany().HasForeignKey(grant => grant.MatterId);
        builder.Entity<Message>().HasOne<Matter>().WithMany(matter => matter.Messages).HasForeignKey(message => message.MatterId);
        builder.Entity<DueEntry>().HasOne<Duty>().WithMany(duty => duty.Ledger).HasForeignKey(entry => entry.DutyId);
        builder.Entity<Attachment>().HasOne<Message>().WithMany(message => message.Attachments).HasForeignKey(file => file.MessageId);
        builder.Entity<InformationItem>().HasOne(item => item.Matter).WithMany().HasForeignKey(item => item.MatterId);
        builder.Entity<ItemQuestion>().HasOne<InformationItem>().WithMany().HasForeignKey(question => question.ItemId);
        builder.Entity<ItemQuestion>().HasOne<Matter>().WithMany().HasForeignKey(question => question.MatterId);
        builder.Entity<SearchText>().HasOne<Matter>().WithMany().HasForeignKey(text => text.MatterId);
        builder.Entity<News>().HasOne<Matter>().WithOne().HasForeignKey<News>(news => news.Id);
        builder.Entity<NewsWard>().HasOne<News>().WithMany(news => news.Wards).HasForeignKey(ward => ward.NewsId);
        builder.Entity<NewsVersion>().HasOne<News>().WithMany(news => news.Versions).HasForeignKey(version => version.NewsId);
        builder.Entity<PieceOfAdvice>().HasOne<Matter>().WithMany().HasForeignKey(advice => advice.MatterId);
        builder
            .Entity<AdviceVersion>()
            .HasOne(version => version.Advice)
            .WithMany(advice => advice.Versions)
            .HasForeignKey(version => version.AdviceId);
        builder
            .Entity<AdviceRemark>()
            .HasOne(remark => remark.Advice)
            .WithMany(advice => advice.Remarks)
            .HasForeignKey(remark => remark.AdviceId);
        builder.Entity<MatterLink>().HasOne<Matter>().WithMany().HasForeignKey(link => link.MatterId);
        builder.Entity<MatterLink>().HasOne<Matter>().WithMany().HasForeignKey(link => link.OtherId);
        builder
            .Entity<TemplateVersion>()
            .HasOne<ReplyTemplate>()
            .WithMany(template => template.Versions)
            .HasForeignKey(version => version.TemplateId);
        builder.Entity<Appointment>().HasOne<Matter>().WithOne().HasForeignKey<Appointment>(appointment => appointment.Id);
        builder
            .Entity<OfferedTime>()
            .HasOne<Appointment>()
            .WithMany(appointment => appointment.Offers)
            .HasForeignKey(time => time.AppointmentId);
        builder.Entity<RecordEntry>().HasIndex(entry => entry.ContentId);

        OnlyWhatTheRecordSaysNow<Holding>(builder);
        OnlyWhatTheRecordSaysNow<LineManagement>(builder);
        OnlyWhatTheRecordSaysNow<Membership>(builder);
        OnlyWhatTheRecordSaysNow<NamedContact>(builder);
        OnlyWhatTheRecordSaysNow<Deputy>(builder);
        OnlyWhatTheRecordSaysNow<Delegation>(builder);
        OnlyWhatTheRecordSaysNow<RoleEquivalence>(builder);
        OnlyWhatTheRecordSaysNow<ContactArrangement>(builder);
        OnlyWhatTheRecordSaysNow<DeclaredRelationship>(builder);
        OnlyWhatTheRecordSaysNow<StatedSubstitute>(builder);

        // Nothing of a council's history goes because something it points to goes.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
        {
            if (!key.IsOwnership && key.PrincipalEntityType.ClrType != typeof(Account))
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }

        SnakeCase.Apply(builder.Model);
        builder.Entity<CouncilStamp>().Property(row => row.Id).ValueGeneratedNever();
        foreach (var type in CouncilStamp.RenewedBy)
        {
            var renewed = builder.Entity(type);
            renewed.ToTable(table => table.HasTrigger(CouncilStamp.TriggerOn(renewed.Metadata.GetTableName()!)));
        }
    }

    private static void OnlyWhatTheRecordSaysNow<TFact>(ModelBuilder builder)
        where TFact : DatedFact => builder.Entity<TFact>().HasQueryFilter(fact => fact.SupersededAt == null);
}
