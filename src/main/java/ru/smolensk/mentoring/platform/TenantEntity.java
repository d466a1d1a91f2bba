package ru.smolensk.mentoring.platform;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.hibernate.annotations.PartitionKey;

/** What every aggregate of an organisation begins with: whose it is, its identifier and the version that forms carry. */
@MappedSuperclass
public abstract class TenantEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_id")
    @SequenceGenerator(name = "portal_id", sequenceName = "portal_id", allocationSize = 50)
    private Long id;

    @PartitionKey
    private Long organisationId;

    @Version
    private int version;

    protected TenantEntity() {
    }

    protected TenantEntity(long organisationId) {
        this.organisationId = organisationId;
    }

    public Long id() {
        return id;
    }

    public Long organisationId() {
        return organisationId;
    }

    public int version() {
        return version;
    }
}
