using Npgsql;

// One program for every part: `--migrate` counts its runs in the database, otherwise it serves until told to die.
var builder = WebApplication.CreateBuilder(args);
var database = builder.Configuration.GetConnectionString("notes-db");
if (args.Contains("--fail"))
{
    Console.WriteLine("the fixture was told to fail");
    return 7;
}

if (args.Contains("--migrate"))
{
    await using var source = NpgsqlDataSource.Create(database!);
    await using var command = source.CreateCommand("create table if not exists runs (at timestamptz default now()); insert into runs default values");
    await command.ExecuteNonQueryAsync();
    return 0;
}

var app = builder.Build();
app.MapGet("/health", () => "Healthy");
app.MapGet("/env/{name}", (string name) => builder.Configuration[name] ?? "");
app.MapGet("/runs", async () =>
{
    await using var source = NpgsqlDataSource.Create(database!);
    await using var command = source.CreateCommand("select count(*) from runs");
    return (long)(await command.ExecuteScalarAsync())!;
});
app.MapPost("/die", () => Environment.FailFast("asked to die"));
await app.RunAsync();
return 0;
